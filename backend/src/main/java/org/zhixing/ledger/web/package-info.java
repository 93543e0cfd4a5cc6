/** The doors of the ledger: statements, the bank's lines, receipts, money of nobody yet. */
@NullMarked
package org.zhixing.ledger.web;

import org.jspecify.annotations.NullMarked;
