package org.zhixing.cases.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A party of a case with where it is found, unmasked: whoever shows it masks it but to those who handle the case. */
public record PartyContact(
        UUID caseId,
        PartyRole role,
        String name,
        @Nullable String phone,
        @Nullable String address) {}
