package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.DisbursementStep;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;

/** Rows of disbursements and of the steps that people took. */
@ApplicationScoped
public class DisbursementRows {
    private static final String SELECT = """
            select d.id, d.court_id, d.number, c.id, c.number, c.team, c.judge_id, c.executor_id, c.applicants,
                c.respondents, d.amount, d.reason, d.status, d.president_above, d.policy_version, d.applied_by,
                d.applied_on, d.version
            from disbursement d join enforcement_case c on c.id = d.case_id
            """;

    private final PaymentRows payments;

    DisbursementRows(PaymentRows payments) {
        this.payments = payments;
    }

    public Uni<Integer> insert(SqlConnection tx, Disbursement d) {
        return Database.execute(
                tx,
                "insert into disbursement (id, court_id, number, case_id, amount, reason, status, president_above,"
                        + " policy_version, applied_by, applied_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,"
                        + " $11)",
                d.id(),
                d.courtId(),
                d.number(),
                d.ofCase().id(),
                d.amount(),
                d.reason(),
                d.status().name(),
                d.presidentAbove(),
                d.policyVersion(),
                d.appliedBy(),
                d.appliedOn());
    }

    /** Writes how far they have come, and raises their versions. */
    public Uni<Integer> update(SqlConnection tx, List<Disbursement> changed) {
        Columns<Disbursement> columns = new Columns<>(changed);
        return Database.execute(
                tx,
                "update disbursement d set status = x.status, version = d.version + 1"
                        + " from unnest($1::uuid[], $2::text[]) x (id, status) where d.id = x.id",
                columns.uuids(Disbursement::id),
                columns.names(Disbursement::status));
    }

    /** Adds the step to each of them. */
    public Uni<Integer> insertStep(SqlConnection tx, int courtId, List<UUID> disbursements, Disbursement.Taken taken) {
        return Database.execute(
                tx,
                "insert into disbursement_step (disbursement_id, court_id, step, person_id, taken_on, refused, reason)"
                        + " select d, $2, $3, $4, $5, $6, $7 from unnest($1::uuid[]) d",
                disbursements.toArray(UUID[]::new),
                courtId,
                taken.step().name(),
                taken.personId(),
                taken.on(),
                taken.refused(),
                taken.reason());
    }

    /** The application was withdrawn. */
    public Uni<Integer> takeBack(SqlConnection tx, UUID disbursement, String reason) {
        return Database.execute(
                tx,
                "update disbursement_step set refused = true, reason = $2 where disbursement_id = $1 and step = 'APPLY'",
                disbursement,
                reason);
    }

    /** Those of the court, locked in the order of their ids. */
    public Uni<List<Disbursement>> lock(SqlConnection tx, int courtId, Collection<UUID> ids) {
        return Database.list(
                        tx,
                        "select id from disbursement where id = any ($1) and court_id = $2 order by id"
                                + " for no key update",
                        row -> row.getUUID(0),
                        ids.toArray(UUID[]::new),
                        courtId)
                .chain(locked -> byIds(tx, courtId, locked));
    }

    public Uni<List<Disbursement>> byIds(SqlClient client, int courtId, Collection<UUID> ids) {
        return whole(
                client,
                new Sql(
                        SELECT + " where d.id = any (?) and d.court_id = ? order by d.id",
                        ids.toArray(UUID[]::new),
                        courtId));
    }

    /** The disbursement within the actor's sight. */
    public Uni<List<Disbursement>> find(SqlClient client, Actor actor, UUID id) {
        Sql sql = new Sql(SELECT + " where d.id = ? and d.court_id = ?", id, actor.courtId());
        DisbursementSql.sight(sql, actor);
        return whole(client, sql);
    }

    /** Newest first, within sight. */
    public Uni<List<Disbursement>> list(
            SqlClient client, DisbursementFilter filter, @Nullable Cursor after, int limit) {
        Actor actor = filter.actor();
        Sql sql = new Sql(SELECT + " where d.court_id = ?", actor.courtId());
        DisbursementSql.sight(sql, actor);
        sql.addIf(filter.caseId(), " and d.case_id = ?");
        if (!filter.statuses().isEmpty()) {
            sql.add(" and d.status = any (?)", (Object) DisbursementSql.names(filter.statuses()));
        }
        if (filter.waiting()) {
            DisbursementSql.waitingFor(sql, actor.personId(), actor.roles());
        }
        sql.addIf(after == null ? null : after.uuid(), " and d.id < ?");
        return whole(client, sql.add(" order by d.id desc limit ?", limit));
    }

    /** One that waits for somebody, with how many do in all. */
    public record Queued(String caseNumber, String status, long total) {}

    /** What waits for that person's step, the longest first. */
    public Uni<List<Queued>> waiting(SqlClient client, int courtId, UUID person, Collection<Role> roles, int limit) {
        Sql sql = new Sql(
                "select c.number, d.status, count(*) over () from disbursement d"
                        + " join enforcement_case c on c.id = d.case_id where d.court_id = ?",
                courtId);
        DisbursementSql.waitingFor(sql, person, roles);
        return sql.add(" order by d.id limit ?", limit)
                .list(client, row -> new Queued(row.getString(0), row.getString(1), row.getLong(2)));
    }

    private Uni<List<Disbursement>> whole(SqlClient client, Sql sql) {
        return sql.list(client, DisbursementRows::bare).chain(bare -> {
            UUID[] ids = bare.stream().map(Disbursement::id).toArray(UUID[]::new);
            return steps(client, ids).chain(steps -> payments.of(client, ids).map(paid -> bare.stream()
                    .map(d -> whole(d, steps.getOrDefault(d.id(), List.of()), paid.getOrDefault(d.id(), List.of())))
                    .toList()));
        });
    }

    private record Step(UUID of, Disbursement.Taken taken) {}

    private static Uni<Map<UUID, List<Disbursement.Taken>>> steps(SqlClient client, UUID[] ids) {
        return Database.list(
                        client,
                        "select disbursement_id, step, person_id, taken_on, refused, reason from disbursement_step"
                                + " where disbursement_id = any ($1) order by taken_at, step",
                        row -> new Step(
                                row.getUUID(0),
                                new Disbursement.Taken(
                                        DisbursementStep.valueOf(row.getString(1)),
                                        row.getUUID(2),
                                        row.getLocalDate(3),
                                        row.getBoolean(4),
                                        row.getString(5))),
                        (Object) ids)
                .map(all -> all.stream()
                        .collect(
                                Collectors.groupingBy(Step::of, Collectors.mapping(Step::taken, Collectors.toList()))));
    }

    private static Disbursement whole(Disbursement d, List<Disbursement.Taken> steps, List<Payment> payments) {
        return new Disbursement(
                d.id(),
                d.courtId(),
                d.number(),
                d.ofCase(),
                d.amount(),
                d.reason(),
                d.status(),
                d.presidentAbove(),
                d.policyVersion(),
                d.appliedBy(),
                d.appliedOn(),
                steps,
                payments,
                d.version());
    }

    private static Disbursement bare(Row row) {
        String team = row.getString(5);
        LocalDate appliedOn = row.getLocalDate(16);
        return new Disbursement(
                row.getUUID(0),
                row.getInteger(1),
                row.getString(2),
                new Disbursement.Case(
                        row.getUUID(3),
                        row.getString(4),
                        team == null ? null : Team.valueOf(team),
                        row.getUUID(6),
                        row.getUUID(7),
                        List.of(row.getArrayOfStrings(8)),
                        List.of(row.getArrayOfStrings(9))),
                row.getBigDecimal(10),
                row.getString(11),
                DisbursementStatus.valueOf(row.getString(12)),
                row.getBigDecimal(13),
                row.getInteger(14),
                row.getUUID(15),
                appliedOn,
                List.of(),
                List.of(),
                row.getInteger(17));
    }
}
