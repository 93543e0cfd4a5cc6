package org.zhixing.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.rules.PayeeAct;
import org.zhixing.ledger.rules.PayeeKind;
import org.zhixing.ledger.rules.PayeePermits;

/** Somebody whom money of a case may go to. */
@Schema(name = "Payee")
public record PayeeView(
        UUID id,
        UUID caseId,
        PayeeKind kind,
        @Schema(examples = "王某") String name,
        @Schema(examples = "中国工商银行安阳分行") @Nullable String bankName,

        @Schema(description = "Masked; null for a fee", examples = "***************0123") @Nullable
        String accountNumber,

        @Schema(description = "Whether the caller may see that account in full, once they say why")
        boolean mayUnmask,

        PersonRef writtenBy,
        LocalDate writtenOn,

        @Schema(description = "Another person than the one who wrote it down; null until then, and for a fee") @Nullable
        PersonRef confirmedBy,

        @Nullable LocalDate confirmedOn,

        @Schema(description = "Whether money may go there now")
        boolean ready,

        boolean active,
        int version,

        @Schema(description = "What the caller may do with it now")
        List<PayeeAct> allowed) {

    static PayeeView from(Payee p, Actor actor, boolean handles, Map<UUID, Names.Known> names) {
        UUID confirmed = p.confirmedBy();
        return new PayeeView(
                p.id(),
                p.caseId(),
                p.kind(),
                p.name(),
                p.bankName(),
                Masking.bankAccount(p.accountNumber()),
                p.accountNumber() != null && Masking.mayUnmaskBankAccounts(actor, handles),
                person(p.writtenBy(), names),
                p.writtenOn(),
                confirmed == null ? null : person(confirmed, names),
                p.confirmedOn(),
                p.active() && p.confirmed(),
                p.active(),
                p.version(),
                PayeePermits.allowed(actor, p, handles));
    }

    static PersonRef person(UUID id, Map<UUID, Names.Known> names) {
        return new PersonRef(id, names.getOrDefault(id, Names.Known.NOBODY).name());
    }
}
