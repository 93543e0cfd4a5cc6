/** Accounts, their cards, and the books over HTTP. */
@NullMarked
package org.zhixing.ledger.web;

import org.jspecify.annotations.NullMarked;
