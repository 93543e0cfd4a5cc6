package org.zhixing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures scenarios by name, or {@code all}; {@code fill} only fills the courts they need, {@code serve}
 * starts the large one for looking into it. {@code --home=FOLDER} keeps
 * the filled courts and the figures (bench/target/courts if absent), {@code --write=PAGE} puts the table into a page.
 */
public final class Main {
    private static final Filling MILLION = new Filling(1_000_000, 0.45);
    private static final Filling OPEN_COURT = new Filling(100_000, 1);
    private static final Filling FUNDS = new Filling(Filling.TEMPLATE, 1);

    private Main() {}

    public static void main(String[] args) throws IOException {
        try {
            new Main().run(List.of(args));
        } catch (CannotMeasure sentence) {
            System.err.println("bench: " + sentence.getMessage());
            if (sentence.getCause() != null) {
                sentence.getCause().printStackTrace();
            }
            System.exit(1);
        }
    }

    private void run(List<String> args) throws IOException {
        Path home = Path.of(option(args, "--home=", "bench/target/courts"));
        Map<String, Supplier<List<Figure>>> scenarios = scenarios(home);
        if (args.contains("serve")) {
            MILLION.ensure(home.resolve("million"));
            Serve.until(home.resolve("million"));
            return;
        }
        List<String> wanted = new ArrayList<>(
                args.stream().filter(arg -> !arg.startsWith("--")).toList());
        if (wanted.isEmpty() || wanted.contains("all")) {
            wanted = new ArrayList<>(scenarios.keySet());
        }
        Report report = new Report(home.resolve("figures"));
        for (String name : wanted) {
            Supplier<List<Figure>> scenario = scenarios.get(name);
            if (scenario == null) {
                throw new CannotMeasure(name + " is none of " + scenarios.keySet());
            }
            List<Figure> figures = scenario.get();
            if (!figures.isEmpty()) {
                report.add(name, figures);
            }
        }
        String table = report.markdown(List.copyOf(scenarios.keySet()));
        System.out.println(table);
        String page = option(args, "--write=", "");
        if (!page.isEmpty()) {
            Files.writeString(Path.of(page), Report.replace(Files.readString(Path.of(page)), table));
        }
    }

    private static Map<String, Supplier<List<Figure>>> scenarios(Path home) {
        Path million = home.resolve("million");
        Path open = home.resolve("open");
        Map<String, Supplier<List<Figure>>> scenarios = new LinkedHashMap<>();
        scenarios.put("fill", () -> {
            MILLION.ensure(million);
            OPEN_COURT.ensure(open);
            return List.of();
        });
        scenarios.put("cases", () -> {
            MILLION.ensure(million);
            return Reads.cases(million);
        });
        scenarios.put("nodes", () -> {
            MILLION.ensure(million);
            return Reads.nodes(million);
        });
        scenarios.put("sweep", () -> {
            MILLION.ensure(million);
            OPEN_COURT.ensure(open);
            return Sweep.measure(million, open);
        });
        scenarios.put("simulation", () -> {
            OPEN_COURT.ensure(open);
            return PolicySimulation.measure(open);
        });
        scenarios.put("postings", () -> {
            FUNDS.ensure(home.resolve("funds"));
            return PostingRate.measure(home.resolve("funds"));
        });
        scenarios.put("papers", () -> {
            FUNDS.ensure(home.resolve("funds"));
            return PaperBatch.measure(home.resolve("funds"));
        });
        scenarios.put("import", () -> RegisterImport.measure(home.resolve("import")));
        return scenarios;
    }

    private static String option(List<String> args, String name, String otherwise) {
        return args.stream()
                .filter(arg -> arg.startsWith(name))
                .map(arg -> arg.substring(name.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
