/** Audit rows, and the blocks that seal them. */
@NullMarked
package org.zhixing.audit.store;

import org.jspecify.annotations.NullMarked;
