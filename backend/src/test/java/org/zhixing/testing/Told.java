package org.zhixing.testing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Waiting;
import org.zhixing.notice.store.InboxRows;
import org.zhixing.notice.store.OutboxRows;
import org.zhixing.platform.Database;

/** Puts events of 豫0505 into the outbox, as the rooms do. */
@ApplicationScoped
public class Told {
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);

    private final Outbox outbox;
    private final OutboxRows outboxRows;
    private final InboxRows inboxRows;
    private final Database database;
    private final CourtData data;

    Told(Outbox outbox, OutboxRows outboxRows, InboxRows inboxRows, Database database, CourtData data) {
        this.outbox = outbox;
        this.outboxRows = outboxRows;
        this.inboxRows = inboxRows;
        this.database = database;
        this.data = data;
    }

    /** A circle is written {@code role/TEAM}, or {@code role/} for every team. */
    public void put(String key, List<String> usernames, String... circles) {
        List<UUID> people = usernames.stream().map(this::person).toList();
        List<Event.Circle> all = Arrays.stream(circles).map(Told::circle).toList();
        put(List.of(event(key, people, all, DAY)));
    }

    public void put(String key, String username, LocalDate forDay) {
        put(List.of(event(key, List.of(person(username)), List.of(), forDay)));
    }

    public void putMany(int n, String username) {
        List<UUID> people = List.of(person(username));
        put(IntStream.range(0, n)
                .mapToObj(i -> event(UUID.randomUUID().toString(), people, List.of(), DAY))
                .toList());
    }

    /** A row that no delivery can read. */
    public void broken(String key) {
        put(key, List.of("triage"));
        data.run("update outbox set payload = jsonb_set(payload, '{forDay}', '\"someday\"') where key = '" + key + "'");
    }

    /** Delivers into the inboxes and marks the rows done, but dies before it commits. */
    public void deliverAndDie() {
        Uni<List<Long>> dying = database.inTransaction(tx -> outboxRows
                .claim(tx, "INBOX", 100)
                .map(rows -> rows.stream().map(Waiting::id).toList())
                .call(ids -> inboxRows.deliver(tx, ids))
                .call(ids -> outboxRows.done(tx, ids))
                .invoke(ids -> {
                    throw new IllegalStateException("killed");
                }));
        dying.onFailure().recoverWithItem(List.of()).await().atMost(Duration.ofSeconds(10));
    }

    private void put(List<Event> events) {
        int court = (int) data.count("select id from court where code = '豫0505'");
        database.inTransaction(tx -> outbox.put(tx, court, events)).await().atMost(Duration.ofSeconds(10));
    }

    private static Event event(String key, List<UUID> people, List<Event.Circle> circles, LocalDate forDay) {
        Map<String, String> params = Map.of("file", key, "committed", "240", "bad", "0");
        return new Event("import.done", key, people, circles, params, null, null, forDay);
    }

    private static Event.Circle circle(String text) {
        String[] parts = text.split("/", 2);
        return new Event.Circle(parts[0], parts[1].isEmpty() ? null : parts[1]);
    }

    private UUID person(String username) {
        return UUID.fromString(data.query("select id from person where username = '" + username + "'")
                .get(0));
    }
}
