package org.zhixing.supervise.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Sql;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.rules.SlipAnswer;
import org.zhixing.supervise.rules.SlipNumber;
import org.zhixing.supervise.rules.SlipStatus;

/** Rows of supervision slips. */
@RegisterForReflection(
        targets = {SlipRows.NewSlip.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class SlipRows {
    /** A slip without its answers. */
    static final String SELECT = """
            select s.id, s.court_id, s.year, s.serial, s.case_id, c.number, c.team, s.node_id, s.reason, s.issued_by,
                s.issued_on, s.answer_due, s.status, s.withdrawn_by, s.withdrawn_on, s.withdraw_reason,
                s.next_notice_on, s.notice_count, s.version
            from supervision_slip s join enforcement_case c on c.id = s.case_id join node n on n.id = s.node_id
            """;

    private static final String TAKE_NUMBERS = """
            insert into supervision_serial as t (court_id, year, last) values ($1, $2, $3)
            on conflict (court_id, year) do update set last = t.last + excluded.last returning last
            """;

    private static final String INSERT = """
            insert into supervision_slip (id, court_id, year, serial, case_id, node_id, reason, issued_by, issued_on,
                answer_due, status, next_notice_on)
            select id, court_id, year, serial, case_id, node_id, reason, issued_by, issued_on, answer_due, 'ISSUED',
                answer_due + 1
            from json_to_recordset($1::text::json) as x (id uuid, court_id int, year int, serial int, case_id uuid,
                node_id uuid, reason text, issued_by uuid, issued_on date, answer_due date)
            """;

    private final AnswerRows answers;
    private final Json json;

    SlipRows(AnswerRows answers, Json json) {
        this.answers = answers;
        this.json = json;
    }

    /** A slip as it is issued; the rest of its columns follow. */
    record NewSlip(
            UUID id,
            int courtId,
            int year,
            int serial,
            UUID caseId,
            UUID nodeId,
            String reason,
            UUID issuedBy,
            LocalDate issuedOn,
            LocalDate answerDue) {
        static NewSlip of(Slip slip) {
            return new NewSlip(
                    slip.id(),
                    slip.courtId(),
                    slip.number().year(),
                    slip.number().serial(),
                    slip.caseId(),
                    slip.nodeId(),
                    slip.reason(),
                    slip.issuedBy(),
                    slip.issuedOn(),
                    slip.answerDue());
        }
    }

    /** Takes so many numbers of the year; answers the first. Others of the court wait until the transaction ends. */
    public Uni<Integer> takeNumbers(SqlConnection tx, int courtId, int year, int count) {
        return Database.first(tx, TAKE_NUMBERS, row -> row.getInteger(0), courtId, year, count)
                .map(last -> last.orElseThrow() - count + 1);
    }

    public Uni<Integer> insert(SqlConnection tx, List<Slip> slips) {
        return Database.execute(
                tx,
                INSERT,
                json.snakeText(NewSlip.class, slips.stream().map(NewSlip::of).toList()));
    }

    /** Writes the slip back and raises its version. */
    public Uni<Integer> update(SqlConnection tx, Slip s) {
        Slip.Withdrawal ending = s.withdrawal();
        return Database.execute(
                tx,
                "update supervision_slip set status = $2, answer_due = $3, withdrawn_by = $4, withdrawn_on = $5,"
                        + " withdraw_reason = $6, next_notice_on = $7, notice_count = $8, version = version + 1"
                        + " where id = $1",
                s.id(),
                s.status().name(),
                s.answerDue(),
                ending == null ? null : ending.by(),
                ending == null ? null : ending.on(),
                ending == null ? null : ending.reason(),
                s.nextNoticeOn(),
                s.noticeCount());
    }

    /** Those of the nodes that have a slip which is not settled. */
    public Uni<Set<UUID>> withOpenSlip(SqlClient client, List<UUID> nodes) {
        return Database.list(
                        client,
                        "select node_id from supervision_slip where node_id = any ($1)"
                                + " and status in ('ISSUED', 'ANSWERED', 'RETURNED')",
                        row -> row.getUUID(0),
                        (Object) nodes.toArray(UUID[]::new))
                .map(HashSet::new);
    }

    /** The slip within the actor's sight. */
    public Uni<Optional<Slip>> find(SqlClient client, Actor actor, UUID id) {
        Sql sql = new Sql(SELECT + " where s.id = ? and s.court_id = ?", id, actor.courtId());
        SlipSql.sight(sql, actor);
        return whole(client, sql).map(found -> found.stream().findFirst());
    }

    /** The slip within the actor's sight, locked. */
    public Uni<Optional<Slip>> lock(SqlConnection tx, Actor actor, UUID id) {
        return Database.first(
                        tx,
                        "select id from supervision_slip where id = $1 and court_id = $2 for update",
                        row -> row.getUUID(0),
                        id,
                        actor.courtId())
                .chain(() -> find(tx, actor, id));
    }

    public Uni<List<Slip>> byIds(SqlClient client, int courtId, List<UUID> ids) {
        return whole(
                client,
                new Sql(
                        SELECT + " where s.id = any (?) and s.court_id = ? order by s.year, s.serial",
                        ids.toArray(UUID[]::new),
                        courtId));
    }

    /** Newest first, within sight. */
    public Uni<List<Slip>> list(SqlClient client, SlipFilter filter, @Nullable Cursor after, int limit) {
        Sql sql = new Sql(SELECT + " where s.court_id = ?", filter.actor().courtId());
        SlipSql.sight(sql, filter.actor());
        SlipSql.narrow(sql, filter);
        sql.addIf(after == null ? null : after.uuid(), " and s.id < ?");
        return whole(client, sql.add(" order by s.id desc limit ?", limit));
    }

    private Uni<List<Slip>> whole(SqlClient client, Sql sql) {
        return sql.list(client, SlipRows::bare)
                .chain(bare -> answers.of(client, bare.stream().map(Slip::id).toList())
                        .map(all -> bare.stream()
                                .map(slip -> withAnswers(slip, all.getOrDefault(slip.id(), List.of())))
                                .toList()));
    }

    static Slip bare(Row row) {
        String team = row.getString(6);
        UUID withdrawnBy = row.getUUID(13);
        return new Slip(
                row.getUUID(0),
                row.getInteger(1),
                new SlipNumber(row.getInteger(2), row.getInteger(3)),
                row.getUUID(4),
                row.getString(5),
                team == null ? null : Team.valueOf(team),
                row.getUUID(7),
                row.getString(8),
                row.getUUID(9),
                row.getLocalDate(10),
                row.getLocalDate(11),
                SlipStatus.valueOf(row.getString(12)),
                withdrawnBy == null
                        ? null
                        : new Slip.Withdrawal(
                                withdrawnBy,
                                Objects.requireNonNull(row.getLocalDate(14)),
                                Objects.requireNonNull(row.getString(15))),
                row.getLocalDate(16),
                row.getInteger(17),
                List.of(),
                row.getInteger(18));
    }

    private static Slip withAnswers(Slip s, List<SlipAnswer> answers) {
        return new Slip(
                s.id(),
                s.courtId(),
                s.number(),
                s.caseId(),
                s.caseNumber(),
                s.caseTeam(),
                s.nodeId(),
                s.reason(),
                s.issuedBy(),
                s.issuedOn(),
                s.answerDue(),
                s.status(),
                s.withdrawal(),
                s.nextNoticeOn(),
                s.noticeCount(),
                answers,
                s.version());
    }
}
