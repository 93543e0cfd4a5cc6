/** 合议: who deliberated on a case, what each member holds, and the minutes that all of them sign. */
@NullMarked
package org.zhixing.panel;

import org.jspecify.annotations.NullMarked;
