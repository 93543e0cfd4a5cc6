package org.zhixing.notice.store;

import com.fasterxml.jackson.databind.JavaType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.Notice;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Sql;

/** Rows of the inboxes. Whoever writes one tells the listening instances whose inbox it is. */
@ApplicationScoped
public class InboxRows {
    /** The notification channel; a message is a person's id. */
    public static final String NOTIFICATIONS = "inbox";

    /**
     * Everybody addressed, once each; circles mean the people of the event's court who are in them today, and who
     * stand in for a leader on the event's day (代行审批). Whoever wants each notice by a channel outside gets a row of that channel in the same statement: all of it happens, or nothing.
     *
     * <p>Behind the court's wall the database takes the events for one row, whatever their number: who is addressed is
     * unfolded before anybody looks for people, and the events are found again by their key, or it would compare each with
     * each.
     */
    private static final String DELIVER = """
            with events as materialized (
                select o.id, o.court_id, o.payload from outbox o where o.id = any ($1)
            ), people as materialized (
                select e.id, e.court_id, x::uuid as person_id
                from events e
                cross join jsonb_array_elements_text(e.payload -> 'people') x
            ), circles as materialized (
                select e.id, e.court_id, c.role, c.team, (e.payload ->> 'forDay')::date as day
                from events e
                cross join jsonb_to_recordset(e.payload -> 'circles') c (role text, team text)
            ), told as (
                select a.id as outbox_id, p.id as person_id
                from people a
                join person p on p.id = a.person_id and p.court_id = a.court_id
                where p.active
                union
                select c.id, p.id
                from circles c
                join person p on p.court_id = c.court_id and c.role = any (p.roles)
                where p.active and (c.team is null or p.team = c.team)
                union
                select c.id, p.id
                from circles c
                join stand_in s on s.court_id = c.court_id and s.role = c.role
                    and c.day between s.from_on and s.to_on and s.revoked_on is null
                join person p on p.id = s.stand_in_id
                where p.active and c.team is null
            ), put as (
                insert into inbox (id, court_id, person_id, outbox_id, kind, params, case_id, node_id, for_day)
                select uuidv7(), e.court_id, t.person_id, e.id, e.topic, e.payload -> 'params',
                    (e.payload ->> 'caseId')::uuid, (e.payload ->> 'nodeId')::uuid, (e.payload ->> 'forDay')::date
                from told t join outbox e on e.id = t.outbox_id
                order by e.id
                on conflict (outbox_id, person_id) do nothing
                returning person_id, outbox_id
            ), outside as (
                insert into outbox (court_id, channel, topic, key, payload, person_id)
                select e.court_id, c.channel, e.topic, e.id || ':' || put.person_id,
                    e.payload || '{"people":[],"circles":[]}', put.person_id
                from put
                join outbox e on e.id = put.outbox_id
                join notice_reach r on r.person_id = put.person_id
                cross join lateral (select 'EMAIL' where r.email = 'EACH'
                                    union all select 'WEBHOOK' where r.webhook = 'EACH') c (channel)
                on conflict (channel, key) do nothing
            )
            select pg_notify('inbox', person_id::text) from (select distinct person_id from put) people
            """;

    private final Json json;
    private final JavaType params;

    InboxRows(Json json) {
        this.json = json;
        this.params = json.mapper().getTypeFactory().constructMapType(Map.class, String.class, String.class);
    }

    public Uni<Integer> deliver(SqlConnection tx, List<Long> outboxIds) {
        return Database.execute(tx, DELIVER, (Object) outboxIds.toArray(Long[]::new));
    }

    /** Newest first, from after the cursor on. */
    public Uni<List<Notice>> list(SqlClient client, UUID person, boolean unread, @Nullable Cursor after, int limit) {
        Sql sql = new Sql(
                "select id, kind, params::text, case_id, node_id, for_day, created_at, read_at"
                        + " from inbox where person_id = ?",
                person);
        if (unread) {
            sql.add(" and read_at is null");
        }
        if (after != null) {
            sql.add(" and (for_day, id) < (?, ?)", after.day(), after.uuid());
        }
        return sql.add(" order by for_day desc, id desc limit ?", limit).list(client, this::notice);
    }

    public Uni<Long> unread(SqlClient client, UUID person) {
        return Database.first(
                        client,
                        "select count(*) from inbox where person_id = $1 and read_at is null",
                        row -> row.getLong(0),
                        person)
                .map(found -> found.orElseThrow());
    }

    /** Marks one of the person's notices read; 0 where it is not theirs. */
    public Uni<Integer> read(SqlConnection tx, UUID person, UUID id) {
        return Database.execute(
                tx, "update inbox set read_at = coalesce(read_at, now()) where id = $2 and person_id = $1", person, id);
    }

    public Uni<Integer> readAll(SqlConnection tx, UUID person) {
        return Database.execute(
                tx, "update inbox set read_at = now() where person_id = $1 and read_at is null", person);
    }

    public Uni<Integer> tell(SqlConnection tx, UUID person) {
        return Database.execute(tx, "select pg_notify('inbox', $1)", person.toString());
    }

    private Notice notice(Row row) {
        return new Notice(
                row.getUUID(0),
                row.getString(1),
                json.read(row.getString(2), params),
                row.getUUID(3),
                row.getUUID(4),
                row.getLocalDate(5),
                row.getOffsetDateTime(6).toInstant(),
                instant(row.getOffsetDateTime(7)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
