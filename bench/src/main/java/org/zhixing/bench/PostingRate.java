package org.zhixing.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhixing.launcher.Durability;

/**
 * Postings of one court by {@link PostingLoad}, in turns with pgbench's own TPC-B-like transactions in the same server:
 * one branch, as one court has one bank account; and with as many branches as fifty, where nobody waits for anybody.
 */
final class PostingRate {
    /** Connections of the API as {@code ./run} starts it. */
    private static final int POOL = 10;

    private static final int ROUNDS = 3;
    private static final int SECONDS = 4;
    private static final int WARM_UP_SECONDS = 25;
    private static final int BRANCHES = 50;
    private static final int STATEMENT = 100;
    private static final double LEAST_RATIO = 0.5;
    private static final Path PACKAGED = Path.of("backend/target/quarkus-app");
    private static final Pattern SAID = Pattern.compile("postings = ([\\d.]+) p99 = ([\\d.]+)");

    private final Court court;

    private PostingRate(Court court) {
        this.court = court;
    }

    /** What one run of the load saw. */
    record Result(double perSecond, double p99Ms) {}

    static List<Figure> measure(Path home) {
        Tool.require("pgbench", "postgresql-contrib");
        try (Court court = Court.open(home, Durability.KEPT)) {
            // The schema of today, whenever the court was filled.
            court.start(Court.QUIET).close();
            PostingRate rate = new PostingRate(court);
            rate.branches("bench_one", 1);
            rate.branches("bench_many", BRANCHES);
            List<Figure> figures = new ArrayList<>();
            for (int clients : new int[] {8, 32}) {
                figures.addAll(rate.measure(clients));
            }
            figures.add(rate.statement());
            if (court.database().number("select count(*) from ledger_account_wrong") != 0) {
                throw new CannotMeasure("Balances differ from their entries");
            }
            return figures;
        }
    }

    private void branches(String name, int scale) {
        court.database().run("drop database if exists " + name, "create database " + name);
        PgBench.fill(on(name), scale);
    }

    private Database on(String name) {
        return new Database(court.database().port(), name, "postgres");
    }

    /** One posting a transaction: beside one branch, beside many, and without its audit row. */
    private List<Figure> measure(int clients) {
        double[] ours = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        double[] silent = new double[ROUNDS];
        double[] one = new double[ROUNDS];
        double[] many = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            one[i] = PgBench.tpcB(on("bench_one"), clients, SECONDS);
            Result run = load(clients, 1, "audit");
            ours[i] = run.perSecond();
            p99[i] = run.p99Ms();
            silent[i] = load(clients, 1, "silent").perSecond();
            many[i] = PgBench.tpcB(on("bench_many"), clients, SECONDS);
        }
        double ratio = Report.median(ratios(ours, one));
        String rate = "%,.0f postings/s, p99 %.0f ms".formatted(Report.median(ours), Report.median(p99));
        Progress.say("postings, %d clients: %.2f of %.0f/s; %.2f of %.0f/s; audit %.2f"
                .formatted(
                        clients,
                        ratio,
                        Report.median(one),
                        Report.median(ratios(ours, many)),
                        Report.median(many),
                        Report.median(ratios(ours, silent))));
        return List.of(
                new Figure(
                        "one posting a transaction, %d clients".formatted(clients),
                        "%.2f".formatted(ratio),
                        rate,
                        "TPC-B-like, one branch: %,.0f/s".formatted(Report.median(one)),
                        "≥ 0.5",
                        ratio >= LEAST_RATIO),
                new Figure(
                        "the same",
                        "%.2f".formatted(Report.median(ratios(ours, many))),
                        rate,
                        "TPC-B-like, %d branches: %,.0f/s".formatted(BRANCHES, Report.median(many)),
                        null,
                        true),
                new Figure(
                        "the same",
                        "%.2f".formatted(Report.median(ratios(ours, silent))),
                        rate,
                        "without audit rows: %,.0f/s".formatted(Report.median(silent)),
                        null,
                        true));
    }

    /** As a statement books its lines: many postings a transaction. */
    private Figure statement() {
        double[] ours = new double[ROUNDS];
        double[] one = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            one[i] = PgBench.tpcB(on("bench_one"), 8, SECONDS);
            ours[i] = load(8, STATEMENT, "audit").perSecond();
        }
        return new Figure(
                "%d postings a transaction, as from a statement, 8 clients".formatted(STATEMENT),
                "%.2f".formatted(Report.median(ratios(ours, one))),
                "%,.0f postings/s".formatted(Report.median(ours)),
                "TPC-B-like, one branch, a transaction each: %,.0f/s".formatted(Report.median(one)),
                null,
                true);
    }

    private Result load(int clients, int postings, String audit) {
        return parse(Tool.output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPath(),
                PostingLoad.class.getName(),
                Integer.toString(court.database().port()),
                Integer.toString(clients),
                Integer.toString(Math.min(clients, POOL)),
                Integer.toString(WARM_UP_SECONDS),
                Integer.toString(SECONDS),
                Integer.toString(postings),
                audit)));
    }

    /** The packaged API's classes and libraries, and after them the benchmark's. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                PACKAGED + "/app/*",
                PACKAGED + "/lib/main/*",
                PACKAGED + "/lib/boot/*",
                System.getProperty("java.class.path"));
    }

    static Result parse(String output) {
        Matcher said = SAID.matcher(output);
        if (!said.find()) {
            throw new CannotMeasure("The load failed: " + output);
        }
        return new Result(Double.parseDouble(said.group(1)), Double.parseDouble(said.group(2)));
    }

    /** Each run by the one it took turns with: what slows one of a pair down slows down both. */
    static double[] ratios(double[] ours, double[] theirs) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            ratios[i] = ours[i] / theirs[i];
        }
        return ratios;
    }
}
