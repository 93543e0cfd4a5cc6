package org.zhixing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of all scenarios measured so far, as Markdown; a scenario measured anew replaces its lines. */
final class Report {
    private static final String BEGIN = "<!-- figures: written by the benchmark -->";
    private static final String END = "<!-- /figures -->";

    private final Path folder;

    Report(Path folder) {
        this.folder = folder;
    }

    void add(String scenario, List<Figure> figures) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(scenario + ".md"),
                    figures.stream().map(figure -> line(figure.cells())).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of what was measured, in the order of the scenarios. */
    String markdown(List<String> scenarios) {
        StringBuilder table = new StringBuilder(line(Figure.HEAD));
        table.append(line(Figure.HEAD.stream().map(cell -> "---").toList()));
        try {
            for (String scenario : scenarios) {
                Path lines = folder.resolve(scenario + ".md");
                if (Files.exists(lines)) {
                    table.append(Files.readString(lines));
                }
            }
            return table.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the table between the page's two marks. */
    static String replace(String page, String table) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new CannotMeasure("The page has no place for figures: " + BEGIN + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + table + "\n" + page.substring(end);
    }

    private static String line(List<String> cells) {
        return new ArrayList<>(cells).stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The middle one; of an even number, the lower of the two. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
