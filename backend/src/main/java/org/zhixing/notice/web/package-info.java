/** The inbox over HTTP. */
@NullMarked
package org.zhixing.notice.web;

import org.jspecify.annotations.NullMarked;
