package org.zhixing.clock.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.PeriodUnit;
import org.zhixing.clock.rules.Responsible;
import org.zhixing.clock.rules.RollOver;
import org.zhixing.clock.rules.Stop;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Rows of nodes; rule objects go in and come out. */
@RegisterForReflection(
        targets = {Node.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class NodeRows {
    /** The columns of a node, to be read by {@link #node}. */
    public static final String COLUMNS = """
            n.id, n.court_id, n.case_id, n.case_number, n.case_team, n.code, n.policy_version, n.responsible,
            n.responsible_team, n.responsible_ids, n.start_on, n.period, n.unit, n.roll_over, n.due_on, n.due_soon_on,
            n.provisional, n.evidence_category, n.stop, n.clause, n.opened_on, n.done_on, n.done_by, n.evidence_file,
            n.cancelled_on, n.cancel_reason, n.next_notice_on, n.notice_count, n.version,
            n.pauses::text, n.extension, n.days_after_pause, n.subject_id
            """;

    private static final String RECORD = """
            json_to_recordset($1::text::json) as x (id uuid, court_id int, case_id uuid, case_number text,
                case_team text, code text, policy_version int, responsible text, responsible_team text,
                responsible_ids uuid[], start_on date, period int, unit text, roll_over text, due_on date,
                due_soon_on date, provisional boolean, evidence_category text, stop text, clause text, opened_on date,
                done_on date, done_by uuid, evidence_file uuid, cancelled_on date, cancel_reason text,
                next_notice_on date, notice_count int, pauses json, extension int, days_after_pause int)
            """;

    /** Most nodes are never suspended: the function is called for the others only. */
    private static final String PAUSES =
            "case when json_array_length(x.pauses) = 0 then '{}' else pauses_of(x.pauses) end";

    /** Arrays, a column each: with the many rows of an import several times faster to read than JSON. */
    private static final String INSERT = """
            insert into node (id, court_id, case_id, case_number, case_team, code, policy_version, responsible,
                responsible_team, responsible_ids, start_on, period, unit, roll_over, due_on, due_soon_on, provisional,
                evidence_category, stop, clause, opened_on, next_notice_on, notice_count,
                extension, days_after_pause, pauses, subject_id)
            select x.id, x.court_id, x.case_id, x.case_number, x.case_team, x.code, x.policy_version, x.responsible,
                x.responsible_team, x.responsible_ids::uuid[], x.start_on, x.period, x.unit, x.roll_over, x.due_on,
                x.due_soon_on, x.provisional, x.evidence_category, x.stop, x.clause, x.opened_on, x.next_notice_on,
                x.notice_count, x.extension, x.days_after_pause, x.pauses::datemultirange, x.subject_id
            from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[],
                    $9::text[], $10::text[], $11::date[], $12::int[], $13::text[], $14::text[], $15::date[],
                    $16::date[], $17::boolean[], $18::text[], $19::text[], $20::text[], $21::date[], $22::date[],
                    $23::int[], $24::int[], $25::int[], $26::text[], $27::uuid[])
                as x (id, court_id, case_id, case_number, case_team, code, policy_version, responsible,
                    responsible_team, responsible_ids, start_on, period, unit, roll_over, due_on, due_soon_on,
                    provisional, evidence_category, stop, clause, opened_on, next_notice_on, notice_count,
                    extension, days_after_pause, pauses, subject_id)
            """;

    private static final String UPDATE = """
            update node n set case_team = x.case_team, responsible_team = x.responsible_team,
                responsible_ids = x.responsible_ids, start_on = x.start_on, due_on = x.due_on,
                due_soon_on = x.due_soon_on, provisional = x.provisional, done_on = x.done_on, done_by = x.done_by,
                done_at = case when x.done_on is null then null else coalesce(n.done_at, now()) end,
                evidence_file = x.evidence_file, cancelled_on = x.cancelled_on, cancel_reason = x.cancel_reason,
                next_notice_on = x.next_notice_on, notice_count = x.notice_count, extension = x.extension,
                version = n.version + 1, pauses =
            """ + " " + PAUSES + " from " + RECORD + " where n.id = x.id";

    private final Json json;

    NodeRows(Json json) {
        this.json = json;
    }

    public Uni<Integer> insert(SqlConnection tx, List<Node> nodes) {
        if (nodes.isEmpty()) {
            return none();
        }
        Columns<Node> columns = new Columns<>(nodes);
        return Database.execute(
                tx,
                INSERT,
                columns.uuids(Node::id),
                columns.ints(Node::courtId),
                columns.uuids(Node::caseId),
                columns.texts(Node::caseNumber),
                columns.names(Node::caseTeam),
                columns.names(Node::code),
                columns.ints(Node::policyVersion),
                columns.names(Node::responsible),
                columns.names(Node::responsibleTeam),
                columns.arrays(Node::responsibleIds),
                columns.dates(Node::startOn),
                columns.ints(Node::period),
                columns.names(Node::unit),
                columns.names(Node::rollOver),
                columns.dates(Node::dueOn),
                columns.dates(Node::dueSoonOn),
                columns.booleans(Node::provisional),
                columns.names(Node::evidenceCategory),
                columns.names(Node::stop),
                columns.texts(Node::clause),
                columns.dates(Node::openedOn),
                columns.dates(Node::nextNoticeOn),
                columns.ints(Node::noticeCount),
                columns.ints(Node::extension),
                columns.ints(Node::daysAfterPause),
                columns.texts(node -> PauseText.write(node.pauses())),
                columns.uuids(Node::subjectId));
    }

    /** Writes the nodes back and raises their versions. */
    public Uni<Integer> update(SqlConnection tx, List<Node> nodes) {
        return nodes.isEmpty() ? none() : Database.execute(tx, UPDATE, json.snakeText(Node.class, nodes));
    }

    public Uni<List<Node>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                "select " + COLUMNS + " from node n where n.case_id = $1 and n.court_id = $2 order by n.due_on, n.id",
                NodeRows::node,
                caseId,
                courtId);
    }

    public Uni<Optional<Node>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client,
                "select " + COLUMNS + " from node n where n.id = $1 and n.court_id = $2",
                NodeRows::node,
                id,
                courtId);
    }

    public Uni<Optional<Node>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx,
                "select " + COLUMNS + " from node n where n.id = $1 and n.court_id = $2 for update",
                NodeRows::node,
                id,
                courtId);
    }

    public Uni<List<Node>> lockAll(SqlConnection tx, int courtId, List<UUID> ids) {
        return Database.list(
                tx,
                "select " + COLUMNS + " from node n where n.id = any ($1) and n.court_id = $2"
                        + " order by n.id for no key update",
                NodeRows::node,
                ids.toArray(UUID[]::new),
                courtId);
    }

    public Uni<List<Node>> byIds(SqlClient client, int courtId, List<UUID> ids) {
        return Database.list(
                client,
                "select " + COLUMNS + " from node n where n.id = any ($1) and n.court_id = $2",
                NodeRows::node,
                ids.toArray(UUID[]::new),
                courtId);
    }

    public Uni<Optional<Node>> provenBy(SqlClient client, int courtId, UUID file) {
        return Database.first(
                client,
                "select " + COLUMNS + " from node n where n.evidence_file = $1 and n.court_id = $2",
                NodeRows::node,
                file,
                courtId);
    }

    /**
     * Cases after the given id with open nodes that a year's calendar may move. An end rolls over a holiday into the
     * next year or the last, and the first notice goes out on a working day after it: hence a month on both sides.
     */
    public Uni<List<UUID>> casesTouching(SqlClient tx, int courtId, int year, UUID after, int limit) {
        return Database.list(
                tx,
                "select distinct n.case_id from node n where n.court_id = $1 and n.case_id > $2"
                        + " and n.done_on is null and n.cancelled_on is null"
                        + " and (n.provisional or (least(n.start_on, n.due_on) <= $4"
                        + " and greatest(n.start_on, n.due_on) >= $3)) order by n.case_id limit $5",
                row -> row.getUUID(0),
                courtId,
                after,
                LocalDate.of(year, 1, 1).minusDays(31),
                LocalDate.of(year, 12, 31).plusDays(31),
                limit);
    }

    public Uni<List<Node>> lockOpen(SqlConnection tx, int courtId, List<UUID> caseIds) {
        return Database.list(
                tx,
                "select " + COLUMNS + " from node n where n.case_id = any ($1) and n.court_id = $2 and n.open"
                        + " order by n.id for no key update",
                NodeRows::node,
                caseIds.toArray(UUID[]::new),
                courtId);
    }

    /** All nodes of the case that were not cancelled. */
    public Uni<List<Node>> lockOfCase(SqlConnection tx, int courtId, UUID caseId) {
        return Database.list(
                tx,
                "select " + COLUMNS + " from node n where n.case_id = $1 and n.court_id = $2"
                        + " and n.cancelled_on is null order by n.id for no key update",
                NodeRows::node,
                caseId,
                courtId);
    }

    public Uni<List<Node>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                client,
                "select " + COLUMNS + " from node n where n.case_id = any ($1) and n.court_id = $2"
                        + " order by n.due_on, n.id",
                NodeRows::node,
                caseIds.toArray(UUID[]::new),
                courtId);
    }

    /** The earliest due date among the case's open nodes, kept on the case for its lists. */
    public Uni<Integer> refreshNextDue(SqlConnection tx, List<UUID> caseIds) {
        return Database.execute(
                tx,
                "update enforcement_case c set next_due_on ="
                        + " (select min(n.due_on) from node n where n.case_id = c.id and n.open and n.due_on < $2)"
                        + " where c.id = any ($1)",
                caseIds.toArray(UUID[]::new),
                Due.NEVER);
    }

    public static Node node(Row row) {
        String caseTeam = row.getString(4);
        String responsibleTeam = row.getString(8);
        String evidence = row.getString(17);
        return new Node(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getString(3),
                team(caseTeam),
                NodeCode.valueOf(row.getString(5)),
                row.getUUID(32),
                row.getInteger(6),
                Responsible.valueOf(row.getString(7)),
                team(responsibleTeam),
                List.of(row.getArrayOfUUIDs(9)),
                row.getLocalDate(10),
                row.getInteger(11),
                PeriodUnit.valueOf(row.getString(12)),
                RollOver.valueOf(row.getString(13)),
                PauseText.read(row.getString(29)),
                row.getInteger(30),
                row.getInteger(31),
                row.getLocalDate(14),
                row.getLocalDate(15),
                row.getBoolean(16),
                evidence == null ? null : EvidenceCategory.valueOf(evidence),
                Stop.valueOf(row.getString(18)),
                row.getString(19),
                row.getLocalDate(20),
                row.getLocalDate(21),
                row.getUUID(22),
                row.getUUID(23),
                row.getLocalDate(24),
                row.getString(25),
                row.getLocalDate(26),
                row.getInteger(27),
                row.getInteger(28));
    }

    private static @Nullable Team team(@Nullable String name) {
        return name == null ? null : Team.valueOf(name);
    }

    private static Uni<Integer> none() {
        return Uni.createFrom().item(0);
    }
}
