package org.zhixing.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhixing.launcher.Durability;

/** A register of 100,000 cases into an empty court, against a plain COPY of the rows that came of it. */
final class RegisterImport {
    private static final int ROWS = 100_000;
    private static final double LEAST_ROWS = 1_500;

    private RegisterImport() {}

    /** The import for itself, and while the court's sweep and inbox work on what of it is late already. */
    static List<Figure> measure(Path home) {
        Map<String, String> alone = new HashMap<>(Court.QUIET);
        alone.put("ZHIXING_IMPORT_EVERY", "1s");
        return List.of(
                measure(home, "import of %,d rows, from the upload to the last case filed".formatted(ROWS), alone),
                measure(home, "the same, while late nodes of it are noticed by the hundred thousand", Map.of()));
    }

    private static Figure measure(Path home, String what, Map<String, String> settings) {
        Folders.delete(home);
        try (Court court = Court.open(home, Durability.KEPT)) {
            Path file = court.home().resolve("register.csv");
            RegisterUpload took;
            try (Api api = court.start(settings)) {
                new Register(2, random -> Court.TODAY.minusDays(random.nextInt(300))).write(file, ROWS);
                took = RegisterUpload.of(api, court.token("triage"), file);
            }
            long filed = court.database().number("select count(*) from enforcement_case");
            if (filed != ROWS) {
                throw new CannotMeasure("Filed " + filed + " of " + ROWS);
            }
            PlainCopy.Result copy = PlainCopy.measure(court.database(), court.home());
            return figure(what, took, copy);
        }
    }

    private static Figure figure(String what, RegisterUpload took, PlainCopy.Result copy) {
        double all = took.checkSeconds() + took.commitSeconds();
        double rows = ROWS / all;
        Progress.say("import: %.0f rows/s in all (check %.1f s, commit %.1f s), COPY %.1f s"
                .formatted(rows, took.checkSeconds(), took.commitSeconds(), copy.seconds()));
        return new Figure(
                what,
                "%.2f".formatted(copy.seconds() / all),
                "%,.0f rows/s (check %.0f s, commit %.0f s)".formatted(rows, took.checkSeconds(), took.commitSeconds()),
                "COPY of the %,d rows that came of it, same indexes and references: %.0f s"
                        .formatted(copy.rows(), copy.seconds()),
                "≥ 1,500 rows/s",
                rows >= LEAST_ROWS);
    }
}
