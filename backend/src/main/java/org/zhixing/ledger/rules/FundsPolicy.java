package org.zhixing.ledger.rules;

import java.math.BigDecimal;

/**
 * Who signs what sum.
 *
 * @param presidentAbove above this, and not at it, the president in charge signs a disbursement, too
 */
public record FundsPolicy(BigDecimal presidentAbove, String clause) {}
