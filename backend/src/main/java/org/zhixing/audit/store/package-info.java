/** Audit rows and the head of each court's chain. */
@NullMarked
package org.zhixing.audit.store;

import org.jspecify.annotations.NullMarked;
