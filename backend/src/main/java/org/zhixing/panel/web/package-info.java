@NullMarked
package org.zhixing.panel.web;

import org.jspecify.annotations.NullMarked;
