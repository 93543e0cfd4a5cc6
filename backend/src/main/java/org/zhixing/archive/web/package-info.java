@NullMarked
package org.zhixing.archive.web;

import org.jspecify.annotations.NullMarked;
