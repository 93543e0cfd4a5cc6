/** Assets, measures, and the queue in which measures on one asset stand. */
@NullMarked
package org.zhixing.measure.rules;

import org.jspecify.annotations.NullMarked;
