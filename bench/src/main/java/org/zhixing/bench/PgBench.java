package org.zhixing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code pgbench -M prepared}: the same statements with the same values, as fast as the database answers. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    private PgBench() {}

    /** How often in a second all the statements of one request are answered. */
    static double load(Database database, List<Statement> request, int clients, int seconds) {
        List<String> command = new ArrayList<>(
                List.of("pgbench", "-n", "-M", "prepared", "-c", "" + clients, "-j", "1", "-T", "" + seconds));
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < request.size(); i++) {
            script.append(script(request.get(i), i)).append(";\n");
            command.addAll(variables(request.get(i), i));
        }
        try {
            Path file = Files.createTempFile("bench", ".sql");
            try {
                Files.writeString(file, script);
                command.addAll(List.of("-f", file.toString(), "-h", "localhost", "-p", "" + database.port()));
                command.addAll(List.of("-U", database.user(), database.name()));
                return parse(Tool.output(command));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** pgbench's own tables; a branch of them for each step of the scale. */
    static void fill(Database database, int scale) {
        Tool.output(List.of(
                "pgbench",
                "-q",
                "-i",
                "-s",
                "" + scale,
                "-h",
                "localhost",
                "-p",
                "" + database.port(),
                "-U",
                database.user(),
                database.name()));
    }

    /** pgbench's own transactions: five statements and the commit. */
    static double tpcB(Database database, int clients, int seconds) {
        return parse(Tool.output(List.of(
                "pgbench",
                "-b",
                "tpcb-like",
                "-M",
                "prepared",
                "-c",
                "" + clients,
                "-j",
                "1",
                "-T",
                "" + seconds,
                "-h",
                "localhost",
                "-p",
                "" + database.port(),
                "-U",
                database.user(),
                database.name())));
    }

    /** The statement's text with pgbench's variables in place of its parameters; a null has no variable. */
    static String script(Statement statement, int number) {
        return Pattern.compile("\\$(\\d+)").matcher(statement.sql()).replaceAll(found -> {
            String value = statement.values().get(Integer.parseInt(found.group(1)) - 1);
            return value == null ? "null" : ":" + name(number, Integer.parseInt(found.group(1)) - 1);
        });
    }

    private static List<String> variables(Statement statement, int number) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < statement.values().size(); i++) {
            if (statement.values().get(i) != null) {
                options.addAll(
                        List.of("-D", name(number, i) + "=" + statement.values().get(i)));
            }
        }
        return options;
    }

    private static String name(int statement, int parameter) {
        return "s" + statement + "p" + parameter;
    }

    static double parse(String output) {
        Matcher failed = FAILED.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || (failed.find() && !failed.group(1).equals("0"))) {
            throw new CannotMeasure("pgbench: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
