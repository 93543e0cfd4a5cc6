package org.zhixing.audit.web;

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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Sentences;
import org.zhixing.audit.rules.AuditRow;
import org.zhixing.audit.store.AuditRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.CsvText;
import org.zhixing.platform.Database;
import org.zhixing.platform.ListExport;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** The trail as a file: the same filter and order, every page of it, streamed. */
@ApplicationScoped
public class AuditExport {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS = List.of(
            "audit.seq",
            "audit.at",
            "audit.actor",
            "audit.from",
            "audit.action",
            "audit.text",
            "number",
            "audit.subject",
            "audit.detail",
            "audit.request");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(CourtClock.SHANGHAI);
    /** A sheet ends at 1,048,576 rows; the trail goes on in the next one. */
    private static final int SHEET = 1_000_000;

    private final AuditRows rows;
    private final Sentences sentences;
    private final Database database;
    private final Messages messages;

    AuditExport(AuditRows rows, Sentences sentences, Database database, Messages messages) {
        this.rows = rows;
        this.sentences = sentences;
        this.database = database;
        this.messages = messages;
    }

    /** What to export, and in which words. */
    record Asked(int courtId, AuditRows.Filter filter, Locale locale) {}

    /** @param taken is told how many rows it has before it is sent */
    Uni<Response> response(Asked asked, boolean xlsx, IntFunction<Uni<Void>> taken) {
        return ListExport.sent(() -> xlsx ? workbook(asked) : csv(asked), "audit", xlsx, taken);
    }

    private ListExport.Written csv(Asked asked) {
        try {
            Path file = Files.createTempFile("audit-", ".csv");
            int rows = 0;
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write(CsvText.BYTE_ORDER_MARK + CsvText.line(header(asked.locale())));
                for (List<AuditRows.Found> page : pages(asked).subscribe().asIterable()) {
                    for (AuditRows.Found found : page) {
                        out.write(CsvText.line(cells(found, asked.locale())));
                        rows++;
                    }
                }
            }
            return new ListExport.Written(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ListExport.Written workbook(Asked asked) {
        try {
            Path file = Files.createTempFile("audit-", ".xlsx");
            int rows = 0;
            try (OutputStream out = Files.newOutputStream(file);
                    Workbook workbook = new Workbook(out, "Zhixing", "1.0")) {
                Worksheet sheet = sheet(workbook, 1, asked.locale());
                int sheets = 1;
                int at = 1;
                for (List<AuditRows.Found> page : pages(asked).subscribe().asIterable()) {
                    for (AuditRows.Found found : page) {
                        if (at > SHEET) {
                            sheet.finish();
                            sheet = sheet(workbook, ++sheets, asked.locale());
                            at = 1;
                        }
                        row(sheet, at++, cells(found, asked.locale()));
                        rows++;
                    }
                    sheet.flush();
                }
            }
            return new ListExport.Written(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet sheet(Workbook workbook, int number, Locale locale) {
        Worksheet sheet = workbook.newWorksheet("audit" + (number == 1 ? "" : "-" + number));
        row(sheet, 0, header(locale));
        return sheet;
    }

    private static void row(Worksheet sheet, int at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(at, i, cells.get(i));
        }
    }

    private Multi<List<AuditRows.Found>> pages(Asked asked) {
        AtomicLong before = new AtomicLong(Long.MAX_VALUE);
        return Multi.createBy()
                .repeating()
                .uni(() -> rows.search(
                                database.reading(), asked.courtId(), asked.filter(), before.get(), Page.MAX_LIMIT)
                        .invoke(page ->
                                page.forEach(found -> before.set(found.row().seq()))))
                .whilst(page -> page.size() == Page.MAX_LIMIT);
    }

    private List<String> header(Locale locale) {
        return COLUMNS.stream()
                .map(column -> messages.text("messages/export", column, locale))
                .toList();
    }

    private List<String> cells(AuditRows.Found found, Locale locale) {
        AuditRow row = found.row();
        Map<String, Object> detail = sentences.detail(row.detail());
        return List.of(
                Long.toString(row.seq()),
                MOMENT.format(row.at()),
                row.actorName(),
                Objects.toString(detail.get(Audit.FROM), ""),
                row.action(),
                sentences.of(row.action(), detail, locale),
                Objects.requireNonNullElse(found.caseNumber(), ""),
                row.subjectId() == null ? "" : row.subjectId().toString(),
                row.detail(),
                Objects.requireNonNullElse(row.requestId(), ""));
    }
}
