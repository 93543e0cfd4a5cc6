package org.zhixing.archive.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.archive.rules.ArchiveLoan;
import org.zhixing.archive.rules.LoanAct;
import org.zhixing.archive.rules.LoanKind;
import org.zhixing.archive.rules.LoanPermits;
import org.zhixing.archive.rules.LoanStatus;

/** An archived volume that somebody asked for. */
@Schema(name = "ArchiveLoan")
public record ArchiveLoanView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        LoanKind kind,
        String reason,
        @Schema(description = "The last day") LocalDate until,

        @Schema(description = "Of an inquiry: for whom it is made") @Nullable
        Outside outside,

        LoanStatus status,

        @Schema(description = "Whether its last day has passed")
        boolean over,

        @Schema(description = "Whether the caller reads the volume by it today")
        boolean opens,

        @Schema(description = "Whether pages may be printed and downloaded by it")
        boolean copies,

        PersonRef askedBy,
        LocalDate askedOn,
        @Nullable PersonRef decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason,

        @Schema(description = "Who took it back, or gave the volume back") @Nullable
        PersonRef endedBy,

        @Nullable LocalDate endedOn,
        @Schema(description = "What the caller may do") List<LoanAct> allowed,
        @Schema(description = "For If-Match") int version) {

    /** Who inquires from outside the court. */
    @Schema(name = "OutsideInquirer")
    public record Outside(
            String body,
            String person,
            @Schema(description = "The letter's number") String letter) {}

    static ArchiveLoanView of(ArchiveLoan loan, Actor actor, LocalDate today, Map<UUID, Names.Known> names) {
        ArchiveLoan.Decision decision = loan.decision();
        ArchiveLoan.End end = loan.end();
        ArchiveLoan.Outside outside = loan.outside();
        return new ArchiveLoanView(
                loan.id(),
                loan.of().id(),
                loan.of().number(),
                loan.kind(),
                loan.reason(),
                loan.until(),
                outside == null ? null : new Outside(outside.body(), outside.person(), outside.letter()),
                loan.status(),
                loan.over(today),
                loan.opensTo(actor.personId(), today),
                loan.kind().copies(),
                who(loan.askedBy(), names),
                loan.askedOn(),
                decision == null ? null : who(decision.by(), names),
                decision == null ? null : decision.on(),
                decision == null ? null : decision.reason(),
                end == null ? null : who(end.by(), names),
                end == null ? null : end.on(),
                LoanPermits.allowed(actor, loan, today),
                loan.version());
    }

    private static PersonRef who(UUID id, Map<UUID, Names.Known> names) {
        return new PersonRef(id, names.getOrDefault(id, Names.Known.NOBODY).name());
    }
}
