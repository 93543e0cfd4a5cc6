@NullMarked
package org.zhixing.paper.web;

import org.jspecify.annotations.NullMarked;
