package org.zhixing.platform;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A CSV file that Excel opens, made of numbered rows page by page, so that its length costs no memory. */
public final class CsvPages {
    private static final int PAGE = 500;

    private CsvPages() {}

    /** Where the rows come from. */
    public interface Source<R> {
        /** At most so many rows, in order, behind the one of that number. */
        Uni<List<R>> after(int number, int limit);
    }

    /** The header, and the lines that become of each row. */
    public static <R> Multi<Buffer> of(
            List<String> header, Source<R> source, ToIntFunction<R> number, Function<R, Stream<String>> lines) {
        Multi<String> pages = Multi.createBy()
                .repeating()
                .uni(AtomicInteger::new, last -> source.after(last.get(), PAGE)
                        .invoke(rows -> rows.forEach(row -> last.set(number.applyAsInt(row)))))
                .whilst(rows -> rows.size() == PAGE)
                .map(rows -> rows.stream().flatMap(lines).collect(Collectors.joining()));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(CsvText.BYTE_ORDER_MARK + CsvText.line(header)), pages)
                .filter(text -> !text.isEmpty())
                .map(Buffer::buffer);
    }
}
