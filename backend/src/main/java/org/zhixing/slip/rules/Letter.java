package org.zhixing.slip.rules;

import java.time.LocalDate;

/**
 * A letter between courts.
 *
 * @param on the court date on which it was sent or received
 */
public record Letter(String number, LocalDate on) {}
