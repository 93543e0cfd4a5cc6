package org.zhixing.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhixing.launcher.Durability;

/** "What if 40 days became 35?", asked of a court with 100,000 open cases. */
final class PolicySimulation {
    private static final String DRAFT = "/api/v1/policy-drafts/nodes";
    private static final double MOST_SECONDS = 5;
    private static final int ROUNDS = 3;

    private PolicySimulation() {}

    static List<Figure> measure(Path home) {
        try (Court court = Court.open(home, Durability.KEPT);
                Api api = court.start(Court.QUIET)) {
            String admin = court.token("admin");
            HttpResponse<String> draft = api.get(DRAFT, admin);
            ObjectNode document = (ObjectNode) Json.tree(draft.body()).get("document");
            for (JsonNode policy : document.get("policies")) {
                if (policy.get("code").asText().equals("CLOSE_FAST")) {
                    ((ObjectNode) policy).put("period", 35);
                }
            }
            String version = draft.headers().firstValue("ETag").orElseThrow();
            api.put(DRAFT, admin, version, Json.bytes(Map.of("document", document, "note", "bench")));
            double first = simulate(api, admin);
            double[] again = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                again[i] = simulate(api, admin);
            }
            long open = court.database().number("select count(*) from enforcement_case where status = 'OPEN'");
            Progress.say("simulation: first %.1f s, then %.1f s".formatted(first, Report.median(again)));
            return List.of(new Figure(
                    "simulation of 40 days becoming 35 over %,d open cases".formatted(open),
                    null,
                    "%.1f s; the first after a start %.1f s".formatted(Report.median(again), first),
                    "",
                    "< 5 s",
                    first < MOST_SECONDS && Report.median(again) < MOST_SECONDS));
        }
    }

    private static double simulate(Api api, String token) {
        Clock clock = new Clock();
        api.post(DRAFT + "/simulation", token);
        return clock.seconds();
    }
}
