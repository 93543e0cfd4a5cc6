package org.zhixing.cases.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.store.CaseList;

/** One line of the case list. */
@Schema(name = "CaseSummary")
public record CaseSummary(
        UUID id,
        @Schema(examples = "(2022)豫0505执123号") String number,
        CaseKind kind,
        String cause,
        Matter matter,

        @Schema(description = "CNY to the fen; null where no amount is known", examples = "100000.00") @Nullable
        String claimAmount,

        LocalDate filedOn,

        @Schema(description = "Null until the triage desk has decided") @Nullable
        Team team,

        CaseStatus status,
        List<String> applicants,
        List<String> respondents,
        @Nullable PersonRef judge,
        @Nullable PersonRef executor,

        @Schema(description = "The earliest due date of its open nodes") @Nullable
        LocalDate nextDueOn,

        boolean overdue,
        int version) {

    static CaseSummary from(CaseList.Line line, LocalDate today) {
        LocalDate due = line.nextDueOn();
        return new CaseSummary(
                line.id(),
                line.number(),
                line.kind(),
                line.cause(),
                line.matter(),
                money(line.claimAmount()),
                line.filedOn(),
                line.team(),
                line.status(),
                line.applicants(),
                line.respondents(),
                ref(line.judge()),
                ref(line.executor()),
                due,
                due != null && due.isBefore(today),
                line.version());
    }

    static @Nullable String money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2).toPlainString();
    }

    private static @Nullable PersonRef ref(CaseList.@Nullable Named named) {
        return named == null ? null : new PersonRef(named.id(), named.name());
    }
}
