/** Accounts, movements of money, receipts, and how a bank's statement is read. */
@NullMarked
package org.zhixing.ledger.rules;

import org.jspecify.annotations.NullMarked;
