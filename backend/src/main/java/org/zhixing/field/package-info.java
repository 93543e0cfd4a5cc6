/** 外勤: what officers take on the spot, on its way from their phones to the e-file. */
@NullMarked
package org.zhixing.field;

import org.jspecify.annotations.NullMarked;
