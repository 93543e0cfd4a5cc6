package org.zhixing.referral.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;
import org.zhixing.referral.rules.Referral;
import org.zhixing.referral.rules.ReferralStatus;
import org.zhixing.signing.rules.OfCase;

/** Rows of referrals, each with its case as it stands today. */
@ApplicationScoped
public class ReferralRows {
    private static final String SELECT = """
            select r.id, r.court_id, r.case_id, c.number, c.team, c.status = 'OPEN', c.judge_id, c.executor_id, r.matter,
                r.detail, r.status, r.asked_by, r.asked_on, r.node_id, r.ended_by, r.ended_on, r.end_reason, r.version
            from referral r join enforcement_case c on c.id = r.case_id
            """;

    public Uni<Integer> insert(SqlConnection tx, Referral r) {
        return Database.execute(
                tx,
                "insert into referral (id, court_id, case_id, matter, detail, status, asked_by, asked_on, node_id)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                r.id(),
                r.courtId(),
                r.of().id(),
                r.matter(),
                r.detail(),
                r.status().name(),
                r.askedBy(),
                r.askedOn(),
                r.nodeId());
    }

    /** Writes how it ended, and raises its version. */
    public Uni<Integer> end(SqlConnection tx, Referral r, Referral.End end) {
        return Database.execute(
                tx,
                "update referral set status = $2, ended_by = $3, ended_on = $4, end_reason = $5,"
                        + " version = version + 1 where id = $1",
                r.id(),
                r.status().name(),
                end.by(),
                end.on(),
                end.reason());
    }

    public Uni<Optional<Referral>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client, SELECT + " where r.id = $1 and r.court_id = $2", ReferralRows::referral, id, courtId);
    }

    /** The case's, newest first. */
    public Uni<List<Referral>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                SELECT + " where r.case_id = $1 and r.court_id = $2 order by r.id desc",
                ReferralRows::referral,
                caseId,
                courtId);
    }

    /** How many of the case are open. */
    public Uni<Integer> open(SqlClient client, int courtId, UUID caseId) {
        return Database.first(
                        client,
                        "select count(*)::int from referral where case_id = $1 and court_id = $2 and status = 'OPEN'",
                        row -> row.getInteger(0),
                        caseId,
                        courtId)
                .map(count -> count.orElse(0));
    }

    /**
     * Within sight, newest first.
     *
     * @param judge whose decision is waited for; null for everybody's, decided or not
     */
    public Uni<List<Referral>> list(
            SqlClient client, int courtId, Visibility sight, @Nullable UUID judge, @Nullable UUID after, int limit) {
        Sql sql = new Sql(SELECT + " where r.court_id = ?", courtId);
        sql.addIf(judge, " and r.status = 'OPEN' and c.judge_id = ?");
        if (sight instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        } else if (sight instanceof Visibility.Nothing) {
            sql.add(" and false");
        }
        return sql.addIf(after, " and r.id < ?")
                .add(" order by r.id desc limit ?", limit)
                .list(client, ReferralRows::referral);
    }

    private static Referral referral(Row row) {
        String name = row.getString(4);
        Team team = name == null ? null : Team.valueOf(name);
        UUID ended = row.getUUID(14);
        return new Referral(
                row.getUUID(0),
                row.getInteger(1),
                new Referral.Of(
                        row.getUUID(2),
                        row.getString(3),
                        team,
                        row.getBoolean(5),
                        new OfCase(row.getUUID(6), row.getUUID(7), team)),
                row.getString(8),
                row.getString(9),
                ReferralStatus.valueOf(row.getString(10)),
                row.getUUID(11),
                row.getLocalDate(12),
                row.getUUID(13),
                ended == null ? null : new Referral.End(ended, row.getLocalDate(15), row.getString(16)),
                row.getInteger(17));
    }
}
