package org.zhixing.archive.rules;

import java.util.UUID;

/** By which loan somebody reads a volume, and whether pages may be taken away. */
public record Lent(UUID loanId, boolean copies) {}
