package org.zhixing.cases.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;

/** A party with its personal data, unmasked. */
public record PartyRow(
        UUID id,
        int courtId,
        UUID caseId,
        int position,
        PartyRole role,
        PartyKind kind,
        String name,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String address) {

    public PartyRow withData(@Nullable String newIdNumber, @Nullable String newPhone, @Nullable String newAddress) {
        return new PartyRow(id, courtId, caseId, position, role, kind, name, newIdNumber, newPhone, newAddress);
    }
}
