package org.zhixing.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhixing.launcher.Durability;

/** Requests that read, each under load by wrk and, in turns with it, its own statements under load by pgbench. */
final class Reads {
    private static final int CONNECTIONS = 32;
    /** After that the compiler has little left to do; shorter, and the first figures come out too low. */
    private static final int FIRST_WARM_UP_SECONDS = 90;

    private static final int WARM_UP_SECONDS = 8;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 5;
    private static final double LEAST_RATIO = 0.3;
    private static final double MOST_P99_MS = 50;

    private final Court court;
    private final Api api;

    private Reads(Court court, Api api) {
        this.court = court;
        this.api = api;
    }

    /** A request as a person sends it. */
    private record Ask(String what, String person, String path) {}

    static List<Figure> cases(Path home) {
        return on(
                home,
                reads -> List.of(
                        new Ask("case list, first page, the director's", "director", "/api/v1/cases"),
                        new Ask("case list, first page, a team's", "judge-fast-1", "/api/v1/cases"),
                        new Ask(
                                "case list, a page far behind",
                                "director",
                                "/api/v1/cases?cursor=" + reads.cursor("/api/v1/cases?filedTo=2018-06-30")),
                        new Ask(
                                "case list, overdue, by due date",
                                "director",
                                "/api/v1/cases?overdue=true&sort=nextDueOn"),
                        new Ask("case list, search by number", "triage", "/api/v1/cases?q=1654321")));
    }

    static List<Figure> nodes(Path home) {
        return on(
                home,
                reads -> List.of(
                        new Ask("node board, overdue", "node-control", "/api/v1/nodes?state=OVERDUE"),
                        new Ask(
                                "node board, open, a team's",
                                "leader-fast",
                                "/api/v1/nodes?state=PENDING&state=DUE_SOON&state=OVERDUE"),
                        new Ask(
                                "node board, an executor's own",
                                "executor-fast-1",
                                "/api/v1/nodes?mine=true&state=DUE_SOON"),
                        new Ask("node board, its numbers", "node-control", "/api/v1/nodes/counts")));
    }

    private interface Asks {
        List<Ask> of(Reads reads);
    }

    private static List<Figure> on(Path home, Asks asks) {
        Tool.require("wrk", "wrk");
        Tool.require("pgbench", "postgresql-contrib");
        try (Court court = Court.open(home, Durability.KEPT);
                Api api = court.start(Court.QUIET)) {
            Reads reads = new Reads(court, api);
            List<Ask> all = asks.of(reads);
            reads.warmUp(all.get(0), FIRST_WARM_UP_SECONDS);
            List<Figure> figures = new ArrayList<>();
            for (Ask ask : all) {
                figures.add(reads.measure(ask));
            }
            return figures;
        }
    }

    private String cursor(String path) {
        return Json.tree(api.get(path, court.token("director")).body())
                .get("next")
                .asText();
    }

    private void warmUp(Ask ask, int seconds) {
        Wrk.load(api.url(ask.path()), court.token(ask.person()), CONNECTIONS, seconds);
    }

    private Figure measure(Ask ask) {
        String token = court.token(ask.person());
        String url = api.url(ask.path());
        warmUp(ask, WARM_UP_SECONDS);
        List<Statement> sent = Recorder.record(court, api, ask.path(), token);
        if (sent.isEmpty()) {
            throw new CannotMeasure(ask.path() + " sent no statement that could be compared");
        }
        double[] ours = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            bare[i] = PgBench.load(court.database(), sent, CONNECTIONS, SECONDS);
            Wrk.Result run = Wrk.load(url, token, CONNECTIONS, SECONDS);
            ours[i] = run.perSecond();
            p99[i] = run.p99Ms();
            ratios[i] = ours[i] / bare[i];
        }
        double ratio = Report.median(ratios);
        double latency = Report.median(p99);
        Progress.say("%s: %.2f (%.0f/s, p99 %.1f ms; pgbench %.0f/s, %d statements)"
                .formatted(ask.what(), ratio, Report.median(ours), latency, Report.median(bare), sent.size()));
        return new Figure(
                ask.what(),
                "%.2f".formatted(ratio),
                "%,.0f requests/s, p99 %.0f ms".formatted(Report.median(ours), latency),
                "pgbench %,.0f/s".formatted(Report.median(bare))
                        + (sent.size() == 1 ? "" : " (of its " + sent.size() + " statements)"),
                "≥ 0.3, p99 < 50 ms",
                ratio >= LEAST_RATIO && latency < MOST_P99_MS);
    }
}
