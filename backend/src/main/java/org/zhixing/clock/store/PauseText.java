package org.zhixing.clock.store;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.Suspension;

/** Pauses as PostgreSQL writes a datemultirange: {@code {[2022-10-20,2022-11-03),[2022-12-01,)}}. */
final class PauseText {
    private static final Pattern RANGE = Pattern.compile("\\[([0-9-]+),([0-9-]*)\\)");
    private static final String NONE = "{}";

    private PauseText() {}

    static List<Suspension> read(String text) {
        if (text.equals(NONE)) {
            return List.of();
        }
        Matcher ranges = RANGE.matcher(text);
        return ranges.results()
                .map(range -> new Suspension(
                        LocalDate.parse(range.group(1)),
                        range.group(2).isEmpty() ? Due.NEVER : LocalDate.parse(range.group(2))))
                .toList();
    }

    static String write(List<Suspension> pauses) {
        return pauses.stream()
                .map(pause -> "[%s,%s)".formatted(pause.from(), pause.endless() ? "" : pause.resume()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
