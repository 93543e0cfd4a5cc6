package org.zhixing.measure.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.measure.rules.AssetKind;
import org.zhixing.measure.rules.MeasureKind;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Sql;

/** Measures of ours by their last day (到期查控): those that run, and those that ran out with nothing of ours after them. */
@ApplicationScoped
public class ExpiryRows {
    private static final String FROM = """
             from measure m
                join enforcement_case c on c.id = m.case_id
                join asset a on a.id = m.asset_id
                join asset_version v on v.asset_id = a.id and v.version = a.version
            """;

    private static final String SELECT = """
            select m.id, m.asset_id, m.case_id, c.number, c.team, c.judge_id, j.name, c.executor_id, e.name,
                v.kind, v.respondent, v.description, v.holder, v.value, m.kind, m.document, m.starts_on, m.ends_on,
                m.released_amount, n.due_on
            """ + FROM + """
                left join person j on j.id = c.judge_id
                left join person e on e.id = c.executor_id
                left join lateral (select n.due_on from node n where n.case_id = m.case_id and n.subject_id = m.id
                    and n.code = 'SEIZURE_EXPIRY' and n.open order by n.due_on limit 1) n on true
            """;

    /** Nothing of ours holds the property after it ran out. */
    private static final String LAPSED = """
             (m.ends_on < ? and not exists (select 1 from measure o where o.asset_id = m.asset_id and o.id <> m.id
                and o.other_court is null and o.released_on is null and (o.ends_on is null or o.ends_on >= ?)))
            """;

    /** What to list; null means any. @param within the days left at most; what ran out is within any */
    public record Filter(
            @Nullable Team team,
            @Nullable AssetKind kind,
            @Nullable UUID handler,
            @Nullable Integer within,
            boolean lapsed) {}

    /** Whose eyes, and which day it is. */
    public record Viewer(int courtId, Visibility sight, LocalDate today) {}

    /** Somebody's id and name. */
    public record Named(UUID id, String name) {}

    /** @param renewBy when the node wants it renewed; null where the case is closed and has no node */
    public record Line(
            UUID id,
            UUID assetId,
            UUID caseId,
            String number,
            @Nullable Team team,
            @Nullable Named judge,
            @Nullable Named executor,
            AssetKind assetKind,
            String respondent,
            String description,
            @Nullable String holder,
            @Nullable BigDecimal value,
            MeasureKind kind,
            String document,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal releasedAmount,
            @Nullable LocalDate renewBy) {}

    /** How many end in the week that begins on that Monday, and what they hold in CNY; null: those that ran out. */
    public record Week(@Nullable LocalDate from, int count, BigDecimal held) {}

    /** The earliest end first. */
    public Uni<Page<Line>> page(SqlClient client, Viewer viewer, Filter filter, @Nullable Cursor after, int limit) {
        Sql sql = where(new Sql(SELECT), viewer, filter);
        if (after != null) {
            sql.add(" and (m.ends_on, m.id) > (?, ?)", after.day(), after.uuid());
        }
        return sql.add(" order by m.ends_on, m.id limit ?", limit + 1)
                .list(client, ExpiryRows::line)
                .map(lines -> Page.of(lines, limit, line -> Cursor.of(line.endsOn(), line.id())));
    }

    /** By week, the earliest first; what ran out before everything. */
    public Uni<List<Week>> weeks(SqlClient client, Viewer viewer, Filter filter) {
        Sql sql = new Sql(
                "select case when m.ends_on < ? then null else date_trunc('week', m.ends_on)::date end as week,"
                        + " count(*)::int, coalesce(sum(greatest(v.value - m.released_amount, 0)), 0)" + FROM,
                viewer.today());
        return where(sql, viewer, filter)
                .add(" group by 1 order by 1 nulls first")
                .list(client, row -> new Week(row.getLocalDate(0), row.getInteger(1), row.getBigDecimal(2)));
    }

    private static Sql where(Sql sql, Viewer viewer, Filter filter) {
        LocalDate today = viewer.today();
        sql.add(
                " where m.court_id = ? and m.released_on is null and m.other_court is null and m.ends_on is not null",
                viewer.courtId());
        if (viewer.sight() instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        } else if (viewer.sight() instanceof Visibility.Nothing) {
            sql.add(" and false");
        }
        if (filter.lapsed()) {
            sql.add(" and" + LAPSED, today, today);
        } else {
            sql.add(" and (m.ends_on >= ? or" + LAPSED + ")", today, today, today);
        }
        Integer within = filter.within();
        if (within != null) {
            sql.add(" and m.ends_on <= ?", today.plusDays(within));
        }
        Team team = filter.team();
        AssetKind kind = filter.kind();
        sql.addIf(team == null ? null : team.name(), " and c.team = ?");
        sql.addIf(kind == null ? null : kind.name(), " and v.kind = ?");
        if (filter.handler() != null) {
            sql.add(" and (c.judge_id = ? or c.executor_id = ?)", filter.handler(), filter.handler());
        }
        return sql;
    }

    private static Line line(Row row) {
        String team = row.getString(4);
        return new Line(
                row.getUUID(0),
                row.getUUID(1),
                row.getUUID(2),
                row.getString(3),
                team == null ? null : Team.valueOf(team),
                named(row, 5),
                named(row, 7),
                AssetKind.valueOf(row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getBigDecimal(13),
                MeasureKind.valueOf(row.getString(14)),
                row.getString(15),
                row.getLocalDate(16),
                row.getLocalDate(17),
                row.getBigDecimal(18),
                row.getLocalDate(19));
    }

    private static @Nullable Named named(Row row, int at) {
        UUID id = row.getUUID(at);
        return id == null ? null : new Named(id, row.getString(at + 1));
    }
}
