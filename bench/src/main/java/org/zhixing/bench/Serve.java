package org.zhixing.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zhixing.launcher.Durability;

/** Starts the filled court and says where it is, for whoever looks into a figure by hand; ends with its input. */
final class Serve {
    private Serve() {}

    static List<Figure> until(Path home) {
        try (Court court = Court.open(home, Durability.KEPT);
                Api api = court.start(Court.QUIET)) {
            System.out.println("api=" + api.url(""));
            System.out.println("pg=" + court.database().port());
            for (String person : List.of("director", "judge-fast-1", "node-control", "admin")) {
                System.out.println(person + "=" + court.token(person));
            }
            while (System.in.read() >= 0) {
                // until the end of the input
            }
            return List.of();
        } catch (IOException e) {
            throw new CannotMeasure("The input broke off", e);
        }
    }
}
