package org.zhixing.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhixing.launcher.Durability;

/** The overdue sweep: what it costs must follow how many nodes fell due, not how many are open. */
final class Sweep {
    private static final int FELL_DUE = 10_000;
    private static final double MOST_GROWTH = 2;

    private final Court court;

    private Sweep(Court court) {
        this.court = court;
    }

    /** @param large a court with a million open nodes; {@code small}: one with some hundred thousand */
    static List<Figure> measure(Path large, Path small) {
        List<Figure> figures = new ArrayList<>();
        double few = on(small, FELL_DUE);
        double tenth = on(large, FELL_DUE / 10);
        double many = on(large, FELL_DUE);
        long smallOpen = open(small);
        long largeOpen = open(large);
        figures.add(new Figure(
                "sweep of %,d open nodes, of which %,d fell due".formatted(largeOpen, FELL_DUE),
                "%.2f".formatted(many / few),
                "%.2f s, %,.0f notices/s".formatted(many, FELL_DUE / many),
                "as many fallen due of %,d open ones: %.2f s".formatted(smallOpen, few),
                "< 2",
                many / few < MOST_GROWTH));
        figures.add(new Figure(
                "the same, of which %,d fell due".formatted(FELL_DUE / 10),
                "%.2f".formatted(tenth / many),
                "%.2f s".formatted(tenth),
                "%,d fallen due: %.2f s".formatted(FELL_DUE, many),
                null,
                true));
        return figures;
    }

    private static long open(Path home) {
        try (Court court = Court.open(home, Durability.KEPT)) {
            return court.database().number("select count(*) from node where open");
        }
    }

    private static double on(Path home, int nodes) {
        try (Court court = Court.open(home, Durability.KEPT)) {
            return new Sweep(court).seconds(nodes);
        }
    }

    /** Lets so many nodes fall due on a running instance, and asks it how long the sweep took that found them. */
    private double seconds(int nodes) {
        Map<String, String> settings = new HashMap<>(Court.QUIET);
        settings.put("ZHIXING_SWEEP_CRON", "0/5 * * * * ?");
        try (Api api = court.start(settings)) {
            // A first small sweep loads the classes, as the sweeps of the days before have.
            swept(api, FELL_DUE / 20);
            double took = swept(api, nodes);
            Progress.say("sweep: %d notices in %.2f s".formatted(nodes, took));
            return took;
        }
    }

    private double swept(Api api, int nodes) {
        double noticesBefore = metric(api, "zhixing_sweep_notices_total");
        // In one statement, so that no sweep sees a part of them: open ones not due yet are due yesterday.
        court.database()
                .run("update node set due_on = date '" + Court.TODAY + "' - 1, due_soon_on = date '" + Court.TODAY
                        + "' - 10, next_notice_on = date '" + Court.TODAY
                        + "' where id in (select id from node where open"
                        + " and due_on > date '" + Court.TODAY
                        + "' and notice_count = 0 order by hashtext(id::text) limit "
                        + nodes + ")");
        Clock.await(300, "The sweep", () -> metric(api, "zhixing_sweep_notices_total") >= noticesBefore + nodes);
        // The timer is stopped a moment after the last batch; ticks that find nothing take next to no time.
        Clock.sleep(500);
        return metric(api, "zhixing_sweep_seconds_max");
    }

    private double metric(Api api, String name) {
        return api.get("/metrics", court.token("admin"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
