package org.zhixing.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhixing.launcher.Durability;

/**
 * Two hundred enforcement notices of one executor, as the desk makes them after a register's import: each drafted from
 * the template, numbered, set as PDF/A with the Chinese font embedded and fixed, with its audit row.
 */
final class PaperBatch {
    private static final int PAPERS = 200;
    private static final int MOST_SECONDS = 60;
    private static final String WHO = "select p.username from person p join enforcement_case c on c.executor_id = p.id"
            + " where c.status = 'OPEN' group by p.username order by count(*) desc limit 1";
    private static final String CASES = "select string_agg(id::text, ',') from (select c.id from enforcement_case c"
            + " join person p on p.id = c.executor_id where p.username = '%s' and c.status = 'OPEN'"
            + " order by c.id limit " + PAPERS + ") own";

    private static final Map<String, String> NOTICE =
            Map.of("BASIS", "(2021)豫0505民初1号民事判决书", "DUTY", "向申请执行人支付借款60000元", "DAYS", "三日");

    private PaperBatch() {}

    static List<Figure> measure(Path home) {
        try (Court court = Court.open(home, Durability.KEPT);
                Api api = court.start(Court.QUIET)) {
            String who = court.database().text(WHO);
            String token = court.token(who);
            List<String> cases =
                    List.of(court.database().text(CASES.formatted(who)).split(","));
            if (cases.size() != PAPERS) {
                throw new CannotMeasure(who + " has only " + cases.size() + " open cases");
            }
            byte[] wish = Json.bytes(Map.of("kind", "ENFORCEMENT_NOTICE", "caseIds", cases, "fields", NOTICE));
            Clock clock = new Clock();
            String batch = Json.tree(
                            api.post("/api/v1/paper-batches", token, wish).body())
                    .get("id")
                    .asText();
            String path = "/api/v1/paper-batches/" + batch;
            Clock.await(600, "The batch", () -> !Json.tree(api.get(path, token).body())
                    .get("endedAt")
                    .isNull());
            double seconds = clock.seconds();
            long refused = Json.tree(api.get(path, token).body()).get("refused").asLong();
            if (refused > 0) {
                throw new CannotMeasure(refused + " papers were refused: " + path);
            }
            clock = new Clock();
            int bytes = api.get(path + "/zip", token).body().length();
            if (bytes == 0) {
                throw new CannotMeasure("The ZIP is empty");
            }
            double packed = clock.seconds();
            Progress.say("papers: %.1f s, packed in %.1f s".formatted(seconds, packed));
            return List.of(new Figure(
                    "%d enforcement notices as PDF/A, the first after a start among them".formatted(PAPERS),
                    null,
                    "%.1f s; all as one ZIP %.1f s".formatted(seconds, packed),
                    "",
                    "< 60 s",
                    seconds < MOST_SECONDS));
        }
    }
}
