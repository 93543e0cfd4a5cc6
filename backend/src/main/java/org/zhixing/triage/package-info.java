/** 繁简分流: which team a case goes to, and why; transfers from one team to another. */
@NullMarked
package org.zhixing.triage;

import org.jspecify.annotations.NullMarked;
