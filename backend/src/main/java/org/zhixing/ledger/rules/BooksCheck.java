package org.zhixing.ledger.rules;

import java.time.Instant;
import java.time.LocalDate;

/** A nightly look at the books, and how much it found. */
public record BooksCheck(LocalDate day, int findings, Instant at) {}
