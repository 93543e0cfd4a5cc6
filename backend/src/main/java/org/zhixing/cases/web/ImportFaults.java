package org.zhixing.cases.web;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.platform.CsvPages;
import org.zhixing.platform.CsvText;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** What is wrong in a sheet, as a CSV file that Excel opens: page by page, so that its length costs no memory. */
@ApplicationScoped
public class ImportFaults {
    private static final List<String> HEADER = List.of("LINE", "COLUMN", "VALUE", "REASON", "NUMBER");

    private final Imports imports;
    private final Database database;
    private final Messages messages;

    ImportFaults(Imports imports, Database database, Messages messages) {
        this.imports = imports;
        this.database = database;
        this.messages = messages;
    }

    Multi<Buffer> csv(int courtId, UUID id, ShownCells cells, Locale locale) {
        List<String> header = HEADER.stream()
                .map(key -> messages.get("messages/export", "faults." + key, List.of(), locale))
                .toList();
        return CsvPages.of(
                header,
                (after, limit) -> imports.faults(database.reading(), courtId, id, after, limit),
                ImportRow::row,
                row -> lines(row, cells, locale));
    }

    private Stream<String> lines(ImportRow row, ShownCells cells, Locale locale) {
        String number = row.values().getOrDefault(RegisterColumn.NUMBER.header(), "");
        String line = Integer.toString(row.line());
        Stream<String> errors = row.errors().stream()
                .map(e -> CsvText.line(List.of(
                        line,
                        e.column(),
                        cells.value(e.column(), e.value()),
                        ImportView.sentence(e.reason(), messages, locale),
                        number)));
        Stream<String> conflicts = row.conflicts().stream()
                .map(c -> CsvText.line(List.of(
                        line,
                        c.column(),
                        c.given(),
                        messages.get("messages/export", "faults.CONFLICT", List.of(c.stored()), locale),
                        number)));
        return Stream.concat(errors, conflicts);
    }
}
