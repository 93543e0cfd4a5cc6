package org.zhixing.notice.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.DeadLetter;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Letter;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** The outbox's rows of the channels outside: one a person. A row that is being sent is leased, not locked. */
@RegisterForReflection(targets = Event.class, registerFullHierarchy = true)
@ApplicationScoped
public class LetterRows {
    /** Taking a lease moves the row's next try, so that a sender who dies leaves it to come up again by itself. */
    private static final String CLAIM = """
            with taken as (
                select id from outbox
                where channel = $1 and court_id = $2 and done_at is null and dead_at is null and next_try_at <= now()
                    and person_id is not null
                order by next_try_at, id limit $3 for update skip locked
            )
            update outbox o set next_try_at = now() + make_interval(secs => $4), attempts = attempts + 1
            from taken where o.id = taken.id
            returning o.id, o.court_id, o.person_id, o.payload::text, o.attempts, o.created_at, o.next_try_at
            """;

    /** Only by whoever still holds the lease; after it another sender's word counts. */
    private static final String FAILED = """
            update outbox set last_error = $3, next_try_at = now() + make_interval(secs => $4),
                dead_at = case when $5 then now() end
            where id = $1 and next_try_at = $2 and done_at is null and dead_at is null
            """;

    private static final String DIGESTS = """
            with due as (
                update channel_setting set digested_on = $2
                where court_id = $1 and email_enabled and (digested_on is null or digested_on < $2)
                returning court_id
            )
            insert into outbox (court_id, channel, topic, key, payload, person_id)
            select r.court_id, 'EMAIL', $3, 'digest:' || r.person_id || ':' || $4, $5::text::jsonb, r.person_id
            from due join notice_reach r on r.court_id = due.court_id
            where r.email <> 'OFF'
            on conflict (channel, key) do nothing
            """;

    private static final String DEAD = "select id, channel, payload::text, person_id, attempts, last_error, created_at,"
            + " dead_at from outbox where court_id = $1 and dead_at is not null and id < $2 order by id desc limit $3";

    private static final String AGAIN =
            "update outbox set dead_at = null, attempts = 0, next_try_at = now() where court_id = $1 and dead_at is not null";

    private final Json json;

    LetterRows(Json json) {
        this.json = json;
    }

    /** Letters whose time has come, leased for so long; those another sender is taking are passed over. */
    public Uni<List<Letter>> claim(SqlClient client, String channel, int courtId, int limit, Duration lease) {
        return Database.list(client, CLAIM, this::letter, channel, courtId, limit, (double) lease.toSeconds());
    }

    public Uni<Integer> sent(SqlClient client, long id) {
        return Database.execute(
                client,
                "update outbox set done_at = now(), dead_at = null, last_error = null where id = $1 and done_at is null",
                id);
    }

    /** Keeps the error and waits; without a wait the letter is dead, until a person looks at it. */
    public Uni<Integer> failed(SqlClient client, Letter letter, String error, @Nullable Duration wait) {
        double seconds = wait == null ? 0 : wait.toMillis() / 1000.0;
        return Database.execute(
                client, FAILED, letter.id(), letter.lease().atOffset(ZoneOffset.UTC), error, seconds, wait == null);
    }

    /** Puts the court's digests of the day in, once however many ask. */
    public Uni<Integer> putDigests(SqlConnection tx, int courtId, Event event) {
        LocalDate day = event.forDay();
        return Database.execute(tx, DIGESTS, courtId, day, Topic.DIGEST.key(), day.toString(), json.text(event));
    }

    /** How many letters of a channel wait (or are dead), by channel. */
    public Uni<List<Count>> counts(SqlClient client, int courtId) {
        return Database.list(
                client,
                "select channel, dead_at is not null, count(*) from outbox where court_id = $1 and done_at is null"
                        + " group by 1, 2",
                row -> new Count(row.getString(0), row.getBoolean(1), row.getLong(2)),
                courtId);
    }

    /** Rows of a channel that are not delivered. */
    public record Count(String channel, boolean dead, long rows) {}

    /** Newest first, from before the id on; of every channel. */
    public Uni<List<DeadLetter>> dead(SqlClient client, int courtId, long before, int limit) {
        return Database.list(client, DEAD, this::deadLetter, courtId, before, limit);
    }

    /** Whether the court has such a row, dead or not. */
    public Uni<Boolean> exists(SqlClient client, int courtId, long id) {
        return Database.first(client, "select 1 from outbox where court_id = $1 and id = $2", row -> true, courtId, id)
                .map(found -> found.isPresent());
    }

    public Uni<Integer> again(SqlConnection tx, int courtId, long id) {
        return Database.execute(tx, AGAIN + " and id = $2", courtId, id);
    }

    /** All of the court's, or those of one channel. */
    public Uni<Integer> allAgain(SqlConnection tx, int courtId, @Nullable String channel) {
        return Database.execute(tx, AGAIN + " and ($2::text is null or channel = $2)", courtId, channel);
    }

    private Letter letter(Row row) {
        return new Letter(
                row.getLong(0),
                row.getInteger(1),
                row.getUUID(2),
                json.read(row.getString(3), Event.class),
                row.getInteger(4),
                instant(row, 5),
                instant(row, 6));
    }

    private DeadLetter deadLetter(Row row) {
        return new DeadLetter(
                row.getLong(0),
                row.getString(1),
                json.read(row.getString(2), Event.class),
                row.getUUID(3),
                row.getInteger(4),
                row.getString(5),
                instant(row, 6),
                instant(row, 7));
    }

    private static Instant instant(Row row, int column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
