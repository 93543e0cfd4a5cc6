package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The one account of a case (一案一账户); the balance is CNY, exact to the fen. */
public record CaseAccount(UUID id, UUID caseId, String virtualNumber, BigDecimal balance, LocalDate openedOn) {}
