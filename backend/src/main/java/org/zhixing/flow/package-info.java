/** 办案流程: one class per act that crosses rooms; each owns its transaction. */
@NullMarked
package org.zhixing.flow;

import org.jspecify.annotations.NullMarked;
