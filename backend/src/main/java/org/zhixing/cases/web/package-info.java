/** Cases over HTTP. */
@NullMarked
package org.zhixing.cases.web;

import org.jspecify.annotations.NullMarked;
