package org.zhixing.slip.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Sql;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.Letter;
import org.zhixing.slip.rules.SlipKind;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipNumber;
import org.zhixing.slip.rules.TaskSlipState;

/** Rows of task slips. */
@RegisterForReflection(
        targets = {TaskSlipRows.NewSlip.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class TaskSlipRows {
    /** The tables behind every list and count of slips, by the names that {@link TaskSlipSql} knows. */
    static final String FROM = """
            from task_slip s join enforcement_case c on c.id = s.case_id join task_slip_kind k on k.code = s.kind
                left join node n on n.id = s.node_id left join task_slip_delegation d on d.slip_id = s.id
            """;

    static final String SELECT = """
            select s.id, s.court_id, s.year, s.serial, s.case_id, c.number, c.team, c.judge_id, c.executor_id,
                c.status = 'OPEN', s.kind, k.name_zh, k.name_en, k.clause, k.automatic, s.target, s.place, s.area,
                s.instructions, s.requested_by, s.requested_on, s.state, s.signed_by, s.signed_on, s.received_by,
                s.received_on, s.executor_id, s.officers, s.result, s.result_by, s.result_on, s.reason, s.node_id,
                n.due_on, n.open, s.version, k.way, d.other_court, d.letter_number, d.letter_on, d.reply_number,
                d.reply_on, n.evidence_category
            """ + FROM;

    /** Numbers and inserts in one statement: whoever else numbers in the court waits until this transaction ends. */
    private static final String INSERT = """
            with asked as (
                select x.*, row_number() over () as n, count(*) over () as total
                from json_to_recordset($3::text::json) as x (id uuid, case_id uuid, kind text, target text, place text,
                    area text, instructions text, requested_by uuid, requested_on date, node_id uuid)
            ), taken as (
                insert into task_slip_serial as t (court_id, year, last)
                select $1, $2, max(total) from asked having count(*) > 0
                on conflict (court_id, year) do update set last = t.last + excluded.last
                returning last
            )
            insert into task_slip (id, court_id, year, serial, case_id, kind, target, place, area, instructions,
                automatic, requested_by, requested_on, state, node_id)
            select a.id, $1, $2, taken.last - a.total + a.n, a.case_id, a.kind, coalesce(a.target, k.name_zh), a.place,
                a.area, a.instructions, k.automatic, a.requested_by, a.requested_on, 'ASKED', a.node_id
            from asked a join task_slip_kind k on k.code = a.kind cross join taken
            """;

    private static final String UPDATE = """
            update task_slip set state = $2, signed_by = $3, signed_on = $4, received_by = $5, received_on = $6,
                executor_id = $7, officers = $8, result = $9, result_by = $10, result_on = $11, reason = $12,
                node_id = $13, version = version + 1 where id = $1
            """;

    private static final String SAVE_DELEGATION = """
            insert into task_slip_delegation (slip_id, court_id, other_court, letter_number, letter_on, reply_number,
                reply_on) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (slip_id) do update set letter_number = excluded.letter_number, letter_on = excluded.letter_on,
                reply_number = excluded.reply_number, reply_on = excluded.reply_on
            """;

    private final Json json;

    TaskSlipRows(Json json) {
        this.json = json;
    }

    /** A slip as it is asked; {@code target} null says the kind's own name. */
    public record NewSlip(
            UUID id,
            UUID caseId,
            String kind,
            @Nullable String target,
            @Nullable String place,
            @Nullable String area,
            @Nullable String instructions,
            @Nullable UUID requestedBy,
            LocalDate requestedOn,
            @Nullable UUID nodeId) {}

    public Uni<Integer> insert(SqlConnection tx, int courtId, int year, List<NewSlip> slips) {
        return slips.isEmpty()
                ? Uni.createFrom().item(0)
                : Database.execute(tx, INSERT, courtId, year, json.snakeText(NewSlip.class, slips));
    }

    /** Writes the slip's course and raises its version. */
    public Uni<Integer> update(SqlConnection tx, TaskSlip slip) {
        TaskSlip.Course c = slip.course();
        return Database.execute(
                tx,
                UPDATE,
                slip.id(),
                c.state().name(),
                c.signedBy(),
                c.signedOn(),
                c.receivedBy(),
                c.receivedOn(),
                c.executorId(),
                c.officers().toArray(UUID[]::new),
                c.result(),
                c.resultBy(),
                c.resultOn(),
                c.reason(),
                c.nodeId());
    }

    /** Writes the other court and the letters, anew where they are known already. */
    public Uni<Integer> saveDelegation(SqlConnection tx, int courtId, UUID slip, Delegation d) {
        Letter letter = d.letter();
        Letter reply = d.reply();
        return Database.execute(
                tx,
                SAVE_DELEGATION,
                slip,
                courtId,
                d.otherCourt(),
                letter == null ? null : letter.number(),
                letter == null ? null : letter.on(),
                reply == null ? null : reply.number(),
                reply == null ? null : reply.on());
    }

    /** The slip within the actor's sight. */
    public Uni<Optional<TaskSlip>> find(SqlClient client, Actor actor, UUID id) {
        Sql sql = new Sql(SELECT + " where s.id = ? and s.court_id = ?", id, actor.courtId());
        TaskSlipSql.sight(sql, actor);
        return sql.list(client, TaskSlipRows::slip).map(found -> found.stream().findFirst());
    }

    /** The slip within the actor's sight, locked. */
    public Uni<Optional<TaskSlip>> lock(SqlConnection tx, Actor actor, UUID id) {
        return Database.first(
                        tx,
                        "select id from task_slip where id = $1 and court_id = $2 for update",
                        row -> row.getUUID(0),
                        id,
                        actor.courtId())
                .chain(() -> find(tx, actor, id));
    }

    /** The slip that stands on the node, locked. */
    public Uni<Optional<TaskSlip>> lockOnNode(SqlConnection tx, int courtId, UUID nodeId) {
        return Database.first(
                        tx,
                        "select id from task_slip where node_id = $1 and court_id = $2 for update",
                        row -> row.getUUID(0),
                        nodeId,
                        courtId)
                .chain(found -> byIds(tx, courtId, found.stream().toList()))
                .map(found -> found.stream().findFirst());
    }

    /** The court's slips by id, in the order of their numbers. */
    public Uni<List<TaskSlip>> byIds(SqlClient client, int courtId, List<UUID> ids) {
        return new Sql(
                        SELECT + " where s.id = any (?) and s.court_id = ? order by s.year, s.serial",
                        ids.toArray(UUID[]::new),
                        courtId)
                .list(client, TaskSlipRows::slip);
    }

    public Uni<List<SlipKind>> kinds(SqlClient client) {
        return Database.list(
                client,
                "select code, name_zh, name_en, clause, automatic, way from task_slip_kind order by position",
                row -> kind(row, 0, 5));
    }

    static TaskSlip slip(Row row) {
        String team = row.getString(6);
        LocalDate due = row.getLocalDate(33);
        return new TaskSlip(
                row.getUUID(0),
                row.getInteger(1),
                new TaskSlipNumber(row.getInteger(2), row.getInteger(3)),
                new TaskSlip.OfCase(
                        row.getUUID(4),
                        row.getString(5),
                        team == null ? null : Team.valueOf(team),
                        row.getUUID(7),
                        row.getUUID(8),
                        row.getBoolean(9)),
                kind(row, 10, 36),
                new SlipTask(
                        row.getString(10), row.getString(15), row.getString(16), row.getString(17), row.getString(18)),
                row.getUUID(19),
                row.getLocalDate(20),
                course(row),
                due == null ? null : new TaskSlip.Clock(due, row.getBoolean(34), row.getString(42)),
                delegation(row),
                row.getInteger(35));
    }

    private static SlipKind kind(Row row, int at, int way) {
        return new SlipKind(
                row.getString(at),
                row.getString(at + 1),
                row.getString(at + 2),
                row.getString(at + 3),
                row.getBoolean(at + 4),
                SlipWay.valueOf(row.getString(way)));
    }

    private static @Nullable Delegation delegation(Row row) {
        String court = row.getString(37);
        return court == null ? null : new Delegation(court, letter(row, 38), letter(row, 40));
    }

    private static @Nullable Letter letter(Row row, int at) {
        String number = row.getString(at);
        return number == null ? null : new Letter(number, row.getLocalDate(at + 1));
    }

    private static TaskSlip.Course course(Row row) {
        return new TaskSlip.Course(
                TaskSlipState.valueOf(row.getString(21)),
                row.getUUID(22),
                row.getLocalDate(23),
                row.getUUID(24),
                row.getLocalDate(25),
                row.getUUID(26),
                Arrays.asList(row.getArrayOfUUIDs(27)),
                row.getString(28),
                row.getUUID(29),
                row.getLocalDate(30),
                row.getString(31),
                row.getUUID(32));
    }
}
