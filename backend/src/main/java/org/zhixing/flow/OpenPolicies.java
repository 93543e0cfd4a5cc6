package org.zhixing.flow;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.zhixing.clock.rules.CalendarCsv;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.triage.rules.TriageDocument;

/**
 * Gives every court that has none the project's default policies and calendars, at start. What a court has already is
 * left as it is: from then on policy is the court's own data.
 */
@ApplicationScoped
public class OpenPolicies {
    static final int FIRST_CALENDAR = 2021;
    static final int LAST_CALENDAR = 2026;

    /** In force from the day the regulation's year began; earlier filings are dated by it as the first version. */
    private static final String EFFECTIVE_FROM = "2022-01-01";

    private final Database database;
    private final Json json;

    OpenPolicies(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    void open(@Observes @Priority(100) StartupEvent started) {
        // Read through the rules first: a document they would refuse must stop the start, not the first case.
        String triage = json.text(json.read(resource("policy/triage-1.json"), TriageDocument.class));
        String nodes = json.text(json.read(resource("policy/nodes-1.json"), NodePolicyDocument.class));
        List<String> years = IntStream.rangeClosed(FIRST_CALENDAR, LAST_CALENDAR)
                .mapToObj(year -> json.text(CalendarCsv.read(year, resource("calendar/" + year + ".csv"))))
                .toList();
        database.inTransaction(tx -> copy(tx, "triage_policy", triage)
                        .chain(() -> copy(tx, "node_policy", nodes))
                        .chain(() -> copyYears(tx, years)))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static Uni<Integer> copy(SqlConnection tx, String table, String document) {
        return Database.execute(
                tx,
                "insert into " + table + " (court_id, version, effective_from, document)" + " select id, 1, '"
                        + EFFECTIVE_FROM + "', $1::text::jsonb from court on conflict do nothing",
                document);
    }

    private static Uni<Integer> copyYears(SqlConnection tx, List<String> years) {
        return Database.execute(
                tx,
                "insert into court_calendar (court_id, year, document)"
                        + " select c.id, (d::jsonb ->> 'year')::int, d::jsonb from court c, unnest($1::text[]) d"
                        + " on conflict do nothing",
                (Object) years.toArray(String[]::new));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
