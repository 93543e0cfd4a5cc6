package org.zhixing.ledger.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom money of a case may go to.
 *
 * @param accountNumber null for a fee, which leaves no account of ours
 * @param confirmedBy another person than the one who wrote it down
 */
public record Payee(
        UUID id,
        int courtId,
        UUID caseId,
        PayeeKind kind,
        @Nullable UUID partyId,
        String name,
        @Nullable String bankName,
        @Nullable String accountNumber,
        UUID writtenBy,
        LocalDate writtenOn,
        @Nullable UUID confirmedBy,
        @Nullable LocalDate confirmedOn,
        boolean active,
        int version) {

    /** Whether the account it is paid to was confirmed; a fee has none to confirm. */
    public boolean confirmed() {
        return !kind.byBank() || confirmedBy != null;
    }

    public Payee confirmed(UUID by, LocalDate on) {
        return with(by, on, active);
    }

    public Payee deactivated() {
        return with(confirmedBy, confirmedOn, false);
    }

    private Payee with(@Nullable UUID by, @Nullable LocalDate on, boolean stays) {
        return new Payee(
                id,
                courtId,
                caseId,
                kind,
                partyId,
                name,
                bankName,
                accountNumber,
                writtenBy,
                writtenOn,
                by,
                on,
                stays,
                version);
    }
}
