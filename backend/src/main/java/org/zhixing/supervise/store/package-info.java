/** Rows of slips, answers and notices. */
@NullMarked
package org.zhixing.supervise.store;

import org.jspecify.annotations.NullMarked;
