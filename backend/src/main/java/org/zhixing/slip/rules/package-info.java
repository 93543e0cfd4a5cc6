/** 任务流转单: what teams hand to the affairs team, who signs it, carries it out and accepts it, and the trips of a day. */
@NullMarked
package org.zhixing.slip.rules;

import org.jspecify.annotations.NullMarked;
