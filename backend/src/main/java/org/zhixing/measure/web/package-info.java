/** The case's assets and measures over HTTP. */
@NullMarked
package org.zhixing.measure.web;

import org.jspecify.annotations.NullMarked;
