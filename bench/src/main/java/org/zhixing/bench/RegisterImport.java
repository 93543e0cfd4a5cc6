package org.zhixing.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhixing.launcher.Durability;

/** A register of 100,000 cases into an empty court, against a plain COPY of the rows that came of it. */
final class RegisterImport {
    private static final int ROWS = 100_000;
    private static final double LEAST_ROWS = 1_500;

    private RegisterImport() {}

    static List<Figure> measure(Path home) {
        Folders.delete(home);
        try (Court court = Court.open(home, Durability.KEPT)) {
            Path file = court.home().resolve("register.csv");
            RegisterUpload took;
            // With all background work as in production but e-mail, which the demo has none of.
            try (Api api = court.start(Map.of())) {
                new Register(2, random -> Court.TODAY.minusDays(random.nextInt(300))).write(file, ROWS);
                took = RegisterUpload.of(api, court.token("triage"), file);
            }
            long filed = court.database().number("select count(*) from enforcement_case");
            if (filed != ROWS) {
                throw new CannotMeasure("Filed " + filed + " of " + ROWS);
            }
            PlainCopy.Result copy = PlainCopy.measure(court.database(), court.home());
            return List.of(figure(took, copy));
        }
    }

    private static Figure figure(RegisterUpload took, PlainCopy.Result copy) {
        double all = took.checkSeconds() + took.commitSeconds();
        double rows = ROWS / all;
        Progress.say("import: %.0f rows/s in all (check %.1f s, commit %.1f s), COPY %.1f s"
                .formatted(rows, took.checkSeconds(), took.commitSeconds(), copy.seconds()));
        return new Figure(
                "import of %,d rows, from the upload to the last case filed".formatted(ROWS),
                "%.2f".formatted(copy.seconds() / all),
                "%,.0f rows/s (check %.0f s, commit %.0f s)".formatted(rows, took.checkSeconds(), took.commitSeconds()),
                "COPY of the %,d rows that came of it, same indexes and references: %.0f s"
                        .formatted(copy.rows(), copy.seconds()),
                "≥ 1,500 rows/s",
                rows >= LEAST_ROWS);
    }
}
