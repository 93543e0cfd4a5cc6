/** Reads a bank's statement line by line, tables and ISO 20022 alike, in memory that does not grow with the file. */
@NullMarked
package org.zhixing.ledger.statement;

import org.jspecify.annotations.NullMarked;
