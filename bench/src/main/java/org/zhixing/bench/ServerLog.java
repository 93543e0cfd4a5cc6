package org.zhixing.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements out of PostgreSQL's log, under {@code log_statement = all} and the line prefix below. So what pgbench
 * repeats is what the API really sent, and no copy of it can fall behind.
 */
final class ServerLog {
    /** By it the begin of an entry is told from the further lines of a statement. */
    static final String PREFIX = "@@%p@@ ";

    private static final Pattern ENTRY = Pattern.compile("(?m)^@@(\\d+)@@ ");
    private static final Pattern EXECUTE = Pattern.compile("LOG:  execute [^:]+: (.*)", Pattern.DOTALL);
    private static final Pattern VALUES = Pattern.compile("DETAIL:  [Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')");

    private ServerLog() {}

    static List<Statement> statements(String log) {
        List<Statement> all = new ArrayList<>();
        for (String entry : entries(log)) {
            Matcher execute = EXECUTE.matcher(entry);
            Matcher values = VALUES.matcher(entry);
            if (execute.lookingAt()) {
                all.add(new Statement(execute.group(1).strip(), List.of()));
            } else if (values.lookingAt() && !all.isEmpty()) {
                Statement last = all.remove(all.size() - 1);
                all.add(new Statement(last.sql(), values(values.group(1))));
            }
        }
        return all;
    }

    private static List<String> entries(String log) {
        List<String> entries = new ArrayList<>();
        Matcher begin = ENTRY.matcher(log);
        int from = -1;
        while (begin.find()) {
            if (from >= 0) {
                entries.add(log.substring(from, begin.start()));
            }
            from = begin.end();
        }
        if (from >= 0) {
            entries.add(log.substring(from));
        }
        return entries;
    }

    private static List<@Nullable String> values(String text) {
        List<@Nullable String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            values.add(value.group(3) == null ? null : value.group(3).replace("''", "'"));
        }
        return values;
    }
}
