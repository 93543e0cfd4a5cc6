/** 身份权限: who is calling, of which court and team, and what they may see. */
@NullMarked
package org.zhixing.access;

import org.jspecify.annotations.NullMarked;
