package org.zhixing.platform;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A list as a file: the same filter and order, every page of it. Amounts are numbers in a workbook. */
@ApplicationScoped
public class ListExport {
    /** The media type of a workbook. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Messages messages;

    ListExport(Messages messages) {
        this.messages = messages;
    }

    /** Its name, the catalogue that names its columns, their keys, and its pages as rows of texts and amounts. */
    public record Table(
            String name,
            String words,
            List<String> columns,
            Function<@Nullable Cursor, Uni<Page<List<Object>>>> page) {}

    /** True for a workbook, false for CSV; 400 for anything else. */
    public static boolean xlsx(@Nullable String format) {
        boolean xlsx = "xlsx".equals(format);
        if (format != null && !xlsx && !format.equals("csv")) {
            throw Refusal.field("format", format, "field.unknown");
        }
        return xlsx;
    }

    /** A file that is written, and how many rows stand in it. */
    public record Written(Path file, int rows) {}

    /** @param taken is told how many rows it has before it is sent */
    public Uni<Response> response(Table table, boolean xlsx, Locale locale, IntFunction<Uni<Void>> taken) {
        return sent(() -> xlsx ? workbook(table, locale) : csv(table, locale), table.name(), xlsx, taken);
    }

    /**
     * A file written beside the event loop. Nothing leaves before {@code taken} has kept that it does, on the loop and in
     * the context of the request; the file goes when it has been sent.
     */
    public static Uni<Response> sent(
            Supplier<Written> writing, String name, boolean xlsx, IntFunction<Uni<Void>> taken) {
        Executor request = RequestLoop.here();
        return Uni.createFrom()
                .item(writing)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(request)
                .call(written -> taken.apply(written.rows())
                        .onFailure()
                        .invoke(() -> written.file().toFile().delete()))
                .map(written -> Response.ok(spent(written.file()), xlsx ? XLSX : "text/csv; charset=utf-8")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + name + (xlsx ? ".xlsx" : ".csv") + "\"")
                        .build());
    }

    /** The catalogue's word for a value of a closed list. */
    public String word(String words, Enum<?> value, Locale locale) {
        return messages.text(words, value.getDeclaringClass().getSimpleName() + "." + value.name(), locale);
    }

    private static InputStream spent(Path file) {
        try {
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written csv(Table table, Locale locale) {
        try {
            Path file = Files.createTempFile(table.name(), ".csv");
            int rows = 0;
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write(CsvText.BYTE_ORDER_MARK + CsvText.line(header(table, locale)));
                for (Page<List<Object>> page : pages(table).subscribe().asIterable()) {
                    for (List<Object> row : page.items()) {
                        out.write(
                                CsvText.line(row.stream().map(ListExport::text).toList()));
                        rows++;
                    }
                }
            }
            return new Written(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written workbook(Table table, Locale locale) {
        try {
            Path file = Files.createTempFile(table.name(), ".xlsx");
            int at = 1;
            try (OutputStream out = Files.newOutputStream(file);
                    Workbook workbook = new Workbook(out, "Zhixing", "1.0")) {
                Worksheet sheet = workbook.newWorksheet(table.name());
                row(sheet, 0, header(table, locale));
                for (Page<List<Object>> page : pages(table).subscribe().asIterable()) {
                    for (List<Object> row : page.items()) {
                        row(sheet, at++, row);
                    }
                    sheet.flush();
                }
            }
            return new Written(file, at - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int at, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof BigDecimal amount) {
                sheet.value(at, i, amount);
                sheet.style(at, i).format("#,##0.00").set();
            } else {
                sheet.value(at, i, cells.get(i).toString());
            }
        }
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal amount ? amount.setScale(2).toPlainString() : cell.toString();
    }

    private List<String> header(Table table, Locale locale) {
        return table.columns().stream()
                .map(column -> messages.text(table.words(), table.name() + "." + column, locale))
                .toList();
    }

    private static Multi<Page<List<Object>>> pages(Table table) {
        AtomicReference<@Nullable Cursor> next = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> table.page().apply(next.get()).invoke(page -> next.set(Cursor.parse(page.next()))))
                .whilst(page -> page.next() != null);
    }
}
