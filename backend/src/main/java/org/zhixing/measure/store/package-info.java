/** Rows of assets and of measures. */
@NullMarked
package org.zhixing.measure.store;

import org.jspecify.annotations.NullMarked;
