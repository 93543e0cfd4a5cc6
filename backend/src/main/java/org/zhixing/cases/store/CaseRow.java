package org.zhixing.cases.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.platform.Json;

/** A case as its table's columns; party names are repeated in it so that lists and the search need no join. */
record CaseRow(
        UUID id,
        int courtId,
        String number,
        int year,
        String courtCode,
        String word,
        int serial,
        CaseKind kind,
        String cause,
        Matter matter,
        @Nullable BigDecimal claimAmount,
        LocalDate filedOn,
        @Nullable LocalDate firstFiledOn,
        boolean preserved,
        boolean fourChecksSufficient,
        boolean auctionNeeded,
        boolean refusalOrCriminal,
        boolean enterpriseParty,
        List<String> applicants,
        List<String> respondents,
        String search,
        @Nullable Team team,
        @Nullable UUID judgeId,
        @Nullable UUID executorId,
        CaseStatus status,
        @Nullable LocalDate closedOn,
        @Nullable String closure,
        @Nullable LocalDate archivedOn,
        @Nullable UUID archivedBy,
        @Nullable LocalDate nextDueOn) {

    static CaseRow from(EnforcementCase c, Json json) {
        var row = c.row();
        var number = row.number();
        var closure = c.closure();
        var archiving = c.archiving();
        List<String> applicants = names(c, PartyRole.APPLICANT);
        List<String> respondents = names(c, PartyRole.RESPONDENT);
        String search = Stream.of(List.of(number.text()), applicants, respondents)
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
        return new CaseRow(
                c.id(),
                c.courtId(),
                number.text(),
                number.year(),
                number.courtCode(),
                number.word(),
                number.serial(),
                row.kind(),
                row.cause(),
                row.matter(),
                row.claimAmount(),
                row.filedOn(),
                row.firstFiledOn(),
                row.preserved(),
                row.fourChecksSufficient(),
                row.auctionNeeded(),
                row.refusalOrCriminal(),
                row.enterpriseParty(),
                applicants,
                respondents,
                search,
                c.team(),
                c.judgeId(),
                c.executorId(),
                c.status(),
                closure == null ? null : closure.closedOn(),
                closure == null ? null : json.text(closure),
                archiving == null ? null : archiving.on(),
                archiving == null ? null : archiving.by(),
                c.nextDueOn());
    }

    private static List<String> names(EnforcementCase c, PartyRole role) {
        return c.row().parties().stream()
                .filter(p -> p.role() == role)
                .map(NamedParty::name)
                .toList();
    }
}
