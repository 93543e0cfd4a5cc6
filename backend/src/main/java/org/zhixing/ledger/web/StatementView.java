package org.zhixing.ledger.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.LineMatch.Matched;
import org.zhixing.ledger.rules.RunningBalance;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.platform.Messages;

/** An upload of a bank's statement. */
@Schema(name = "Statement")
public record StatementView(
        UUID id,
        @Schema(examples = "statement-2022-10.csv") String fileName,
        @Schema(description = "Of the file, lower-case hex") String sha256,
        @Schema(description = "Bytes") long size,
        UUID mappingId,
        @Schema(examples = "通用格式") String mappingName,
        ImportStatus status,

        @Schema(description = "Lines; null until they were counted") @Nullable
        Integer total,

        @Schema(description = "Lines that have their outcome")
        int checked,

        @Schema(description = "Lines by outcome, all four always there")
        Map<RowOutcome, Integer> counts,

        @Schema(description = "Where new lines go, all four ways always there")
        List<Way> ways,

        @Schema(description = "Lines booked by this import") int committed,

        @Schema(description = "Places where the running balance does not follow; more than are listed are counted")
        int gapCount,

        List<Gap> gaps,
        PersonRef createdBy,
        Instant createdAt,
        @Nullable PersonRef committedBy,

        @Schema(description = "Why it failed, as a sentence in the caller's language") @Nullable
        String failure) {

    /** The sentences of faults. */
    static final String SENTENCES = "messages/statement";

    /** How many new lines go one way, and how much money. */
    @Schema(name = "StatementWay")
    public record Way(
            Matched matched,
            int count,
            @Schema(examples = "30076.14") String amount) {}

    /** A line whose balance is not what the line before makes it. */
    @Schema(name = "StatementGap")
    public record Gap(
            int row,
            int line,
            @Schema(examples = "80076.14") String expected,
            @Schema(examples = "80176.14") String found,

            @Schema(description = "Found less expected", examples = "100.00")
            String difference,

            @Schema(
                    description =
                            "True where what is missing lies between this statement and the lines known before it;"
                                    + " it passes when they are imported")
            boolean before) {

        static Gap from(RunningBalance.Gap gap, boolean before) {
            return new Gap(
                    gap.row(),
                    gap.line(),
                    Money.text(gap.expected()),
                    Money.text(gap.found()),
                    Money.text(gap.difference()),
                    before);
        }
    }

    static StatementView from(Statements.Seen seen, Messages messages, Locale locale) {
        StatementRun run = seen.run();
        Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        for (RowOutcome outcome : RowOutcome.values()) {
            counts.put(outcome, run.tally().of(outcome));
        }
        RunningBalance.Gaps within = run.balance().gaps();
        List<Gap> gaps = Stream.concat(
                        Stream.ofNullable(seen.before()).map(gap -> Gap.from(gap, true)),
                        within.shown().stream().map(gap -> Gap.from(gap, false)))
                .toList();
        Fault failure = run.failure();
        StatementRun.Person committer = run.committedBy();
        return new StatementView(
                run.id(),
                run.fileName(),
                run.sha256(),
                run.size(),
                run.mapping().id(),
                run.mapping().name(),
                run.status(),
                run.total(),
                run.checked(),
                counts,
                Arrays.stream(Matched.values())
                        .map(way -> new Way(
                                way, run.tally().of(way), Money.text(run.tally().amount(way))))
                        .toList(),
                run.committed(),
                within.count() + (seen.before() == null ? 0 : 1),
                gaps,
                new PersonRef(run.createdBy().id(), run.createdBy().name()),
                run.createdAt(),
                committer == null ? null : new PersonRef(committer.id(), committer.name()),
                failure == null ? null : sentence(failure, messages, locale));
    }

    static String sentence(Fault fault, Messages messages, Locale locale) {
        return messages.get(SENTENCES, fault.code().name(), fault.params(), locale);
    }
}
