/** Accounts. */
@NullMarked
package org.zhixing.ledger.store;

import org.jspecify.annotations.NullMarked;
