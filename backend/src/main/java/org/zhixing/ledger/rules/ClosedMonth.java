package org.zhixing.ledger.rules;

import java.time.LocalDate;
import java.util.UUID;

/** A month that takes no more bookings. */
public record ClosedMonth(LocalDate month, UUID closedBy, LocalDate closedOn) {}
