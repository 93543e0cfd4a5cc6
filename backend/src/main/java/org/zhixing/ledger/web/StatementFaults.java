package org.zhixing.ledger.web;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhixing.access.rules.Actor;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.platform.CsvPages;
import org.zhixing.platform.CsvText;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** What is wrong in a statement, as a CSV file that Excel opens: page by page, so that its length costs no memory. */
@ApplicationScoped
public class StatementFaults {
    private static final String WORDS = "messages/statement";
    private static final List<String> HEADER = List.of("LINE", "COLUMN", "VALUE", "REASON", "SERIAL");

    private final Statements statements;
    private final Database database;
    private final Messages messages;

    StatementFaults(Statements statements, Database database, Messages messages) {
        this.statements = statements;
        this.database = database;
        this.messages = messages;
    }

    Multi<Buffer> csv(Actor actor, UUID id, Locale locale) {
        List<String> header = HEADER.stream()
                .map(key -> messages.get(WORDS, "faults." + key, List.of(), locale))
                .toList();
        return CsvPages.of(
                header,
                (after, limit) -> statements.faults(database.reading(), actor.courtId(), id, after, limit),
                StatementRow::row,
                row -> lines(row, locale));
    }

    private Stream<String> lines(StatementRow row, Locale locale) {
        String serial = row.values().getOrDefault(StatementColumn.SERIAL, "");
        String line = Integer.toString(row.line());
        Stream<String> errors = row.faults().stream()
                .map(f -> CsvText.line(List.of(
                        line,
                        column(f.column(), locale),
                        StatementRowView.shown(f.column(), f.value()),
                        StatementView.sentence(f.fault(), messages, locale),
                        serial)));
        Stream<String> conflicts = row.conflicts().stream()
                .map(c -> CsvText.line(List.of(
                        line,
                        column(c.column(), locale),
                        StatementRowView.shown(c.column(), c.given()),
                        messages.get(
                                WORDS,
                                "faults.CONFLICT",
                                List.of(StatementRowView.shown(c.column(), c.stored())),
                                locale),
                        serial)));
        return Stream.concat(errors, conflicts);
    }

    private String column(StatementColumn column, Locale locale) {
        return messages.get(WORDS, "column." + column.name(), List.of(), locale);
    }
}
