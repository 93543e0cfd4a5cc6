package org.zhixing.cases.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.platform.Messages;

/** An import of the register or of query results. */
@Schema(name = "Import")
public record ImportView(
        UUID id,
        @Schema(examples = "register-2022.csv") String fileName,
        @Schema(description = "Of the file, lower-case hex") String sha256,
        @Schema(description = "Bytes") long size,
        ImportStatus status,

        @Schema(
                description = "How the file is written: UTF-8, GB18030 or XLSX; null until it was opened",
                examples = "UTF-8")
        @Nullable
        String encoding,

        @Schema(description = "Data rows; null until they were counted") @Nullable
        Integer total,

        @Schema(description = "Rows that have their outcome")
        int checked,

        @Schema(description = "Rows by outcome, all four always there")
        Map<RowOutcome, Integer> counts,

        @Schema(description = "New rows of a register by team")
        List<TeamCount> teams,

        @Schema(description = "New rows that went in: cases filed, or results recorded")
        int committed,

        PersonRef createdBy,
        Instant createdAt,

        @Schema(description = "Why it failed, as a sentence in the caller's language") @Nullable
        String failure) {

    /** The sentences of reasons. */
    static final String SENTENCES = "messages/register";

    /** How many new cases a team gets. */
    @Schema(name = "ImportTeamCount")
    public record TeamCount(
            @Schema(description = "Null: a person at the triage desk decides") @Nullable
            Team team,

            int count) {}

    static ImportView from(ImportRun run, Messages messages, Locale locale) {
        Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        for (RowOutcome outcome : RowOutcome.values()) {
            counts.put(outcome, run.tally().of(outcome));
        }
        Reason failure = run.failure();
        return new ImportView(
                run.id(),
                run.fileName(),
                run.sha256(),
                run.size(),
                run.status(),
                run.encoding(),
                run.total(),
                run.checked(),
                counts,
                run.kind() == SheetKind.REGISTER ? teams(run) : List.of(),
                run.committed(),
                new PersonRef(run.createdBy().id(), run.createdBy().name()),
                run.createdAt(),
                failure == null ? null : sentence(failure, messages, locale));
    }

    static String sentence(Reason reason, Messages messages, Locale locale) {
        return messages.get(SENTENCES, reason.code().name(), reason.params(), locale);
    }

    private static List<TeamCount> teams(ImportRun run) {
        Map<String, Integer> byTeam = run.tally().teams();
        List<TeamCount> teams = new ArrayList<>();
        for (Team team : Team.values()) {
            Integer count = byTeam.get(team.name());
            if (count != null) {
                teams.add(new TeamCount(team, count));
            }
        }
        Integer undecided = byTeam.get("");
        if (undecided != null) {
            teams.add(new TeamCount(null, undecided));
        }
        return teams;
    }
}
