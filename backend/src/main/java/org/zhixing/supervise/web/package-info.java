/** Supervision slips over HTTP. */
@NullMarked
package org.zhixing.supervise.web;

import org.jspecify.annotations.NullMarked;
