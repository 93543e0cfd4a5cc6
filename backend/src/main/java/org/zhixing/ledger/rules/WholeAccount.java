package org.zhixing.ledger.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bank account in full, and the case it has to do with, if any yet. */
public record WholeAccount(
        @Nullable UUID caseId, String name, @Nullable String bankName, String number) {}
