/** 节点期限: nodes, their due dates, and the sweep that finds what fell due. */
@NullMarked
package org.zhixing.clock;

import org.jspecify.annotations.NullMarked;
