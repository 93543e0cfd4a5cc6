package org.zhixing.cases.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.store.CaseList;
import org.zhixing.platform.CsvText;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.ListExport;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** The case list as a file: the same filter and order, every page of it, streamed. */
@ApplicationScoped
public class CaseExport {
    private static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "cause",
            "matter",
            "claimAmount",
            "filedOn",
            "team",
            "status",
            "applicants",
            "respondents",
            "judge",
            "executor",
            "nextDueOn");

    private final CaseList list;
    private final Database database;
    private final Messages messages;

    CaseExport(CaseList list, Database database, Messages messages) {
        this.list = list;
        this.database = database;
        this.messages = messages;
    }

    /** What to export, for whom and in which words. */
    record Asked(CaseList.Viewer viewer, CaseList.Filter filter, CaseList.Sort sort, Locale locale) {}

    /** The media type of a workbook. */
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param taken is told how many rows it has before it is sent */
    Uni<Response> response(Asked asked, boolean xlsx, IntFunction<Uni<Void>> taken) {
        return ListExport.sent(() -> xlsx ? workbook(asked) : csv(asked), "cases", xlsx, taken);
    }

    /** UTF-8 with a byte order mark, so that spreadsheets read the Chinese; no cell can be taken for a formula. */
    private ListExport.Written csv(Asked asked) {
        try {
            Path file = Files.createTempFile("cases-", ".csv");
            int rows = 0;
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write(CsvText.BYTE_ORDER_MARK + CsvText.line(header(asked.locale())));
                for (Page<CaseList.Line> page : pages(asked).subscribe().asIterable()) {
                    for (CaseList.Line line : page.items()) {
                        out.write(CsvText.line(cells(line, asked.locale())));
                        rows++;
                    }
                }
            }
            return new ListExport.Written(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Amounts are numbers, dates are texts as on screen; text cells are never run. */
    private ListExport.Written workbook(Asked asked) {
        try {
            Path file = Files.createTempFile("cases-", ".xlsx");
            int at = 1;
            try (OutputStream out = Files.newOutputStream(file);
                    Workbook workbook = new Workbook(out, "Zhixing", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("cases");
                row(sheet, 0, header(asked.locale()));
                for (Page<CaseList.Line> page : pages(asked).subscribe().asIterable()) {
                    for (CaseList.Line line : page.items()) {
                        row(sheet, at, cells(line, asked.locale()));
                        if (line.claimAmount() != null) {
                            sheet.value(at, COLUMNS.indexOf("claimAmount"), line.claimAmount());
                        }
                        at++;
                    }
                    sheet.flush();
                }
            }
            return new ListExport.Written(file, at - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(at, i, cells.get(i));
        }
    }

    private Multi<Page<CaseList.Line>> pages(Asked asked) {
        AtomicReference<@Nullable Cursor> next = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> list.page(
                                database.reading(),
                                asked.viewer(),
                                asked.filter(),
                                asked.sort(),
                                next.get(),
                                Page.MAX_LIMIT)
                        .invoke(page -> next.set(Cursor.parse(page.next()))))
                .whilst(page -> page.next() != null);
    }

    private List<String> header(Locale locale) {
        return COLUMNS.stream()
                .map(column -> messages.text("messages/export", column, locale))
                .toList();
    }

    private List<String> cells(CaseList.Line line, Locale locale) {
        return List.of(
                line.number(),
                word(line.kind(), locale),
                line.cause(),
                word(line.matter(), locale),
                line.claimAmount() == null ? "" : line.claimAmount().setScale(2).toPlainString(),
                line.filedOn().toString(),
                word(line.team(), locale),
                word(line.status(), locale),
                String.join("、", line.applicants()),
                String.join("、", line.respondents()),
                name(line.judge()),
                name(line.executor()),
                line.nextDueOn() == null ? "" : line.nextDueOn().toString());
    }

    private String word(@Nullable Enum<?> value, Locale locale) {
        return value == null
                ? ""
                : messages.text(
                        "messages/export", value.getDeclaringClass().getSimpleName() + "." + value.name(), locale);
    }

    private static String name(CaseList.@Nullable Named named) {
        return named == null ? "" : named.name();
    }
}
