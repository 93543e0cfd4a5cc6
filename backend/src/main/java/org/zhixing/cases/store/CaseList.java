package org.zhixing.cases.store;

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
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.rules.Matter;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Sql;

/** The case list: one statement a page, by keyset on an index. */
@ApplicationScoped
public class CaseList {
    private static final String SELECT = """
            select c.id, c.number, c.kind, c.cause, c.matter, c.claim_amount, c.filed_on, c.team, c.status,
                c.applicants, c.respondents, c.judge_id, j.name, c.executor_id, e.name, c.next_due_on, c.version
            from enforcement_case c
                left join person j on j.id = c.judge_id
                left join person e on e.id = c.executor_id
            where c.court_id = ?
            """;

    /**
     * Its volume lacks something that its way of closing wants by the policy in force; of an open case, the way such a
     * case is meant to end in.
     */
    private static final String LACKING = """
             and c.archived_on is null and exists (
                select from dossier_needs(?, ?) n
                where n.manner = coalesce(c.closure ->> 'manner',
                        case c.kind when 'PRESERVATION' then 'PRESERVED' else 'COMPLETED' end)
                    and n.at_least > (select count(*) from dossier_item i
                        where i.case_id = c.id and i.category = n.category and i.removed_at is null))
            """;

    /** Orders a list can have; each is an index. */
    public enum Sort {
        FILED_ON("-filedOn", "c.filed_on", true),
        FILED_ON_ASC("filedOn", "c.filed_on", false),
        CLAIM_AMOUNT("-claimAmount", "coalesce(c.claim_amount, -1)", true),
        CLAIM_AMOUNT_ASC("claimAmount", "coalesce(c.claim_amount, -1)", false),
        NEXT_DUE_ON("nextDueOn", "c.next_due_on", false);

        private final String asked;
        private final String column;
        private final boolean descending;

        Sort(String asked, String column, boolean descending) {
            this.asked = asked;
            this.column = column;
            this.descending = descending;
        }

        /** As the API writes it; newest filed first when not said. */
        public static Sort of(@Nullable String asked) {
            if (asked == null) {
                return FILED_ON;
            }
            for (Sort sort : values()) {
                if (sort.asked.equals(asked)) {
                    return sort;
                }
            }
            throw Refusal.field("sort", asked, "field.unknown");
        }

        private String valueOf(Line line) {
            return switch (this) {
                case FILED_ON, FILED_ON_ASC -> line.filedOn().toString();
                case CLAIM_AMOUNT, CLAIM_AMOUNT_ASC ->
                    line.claimAmount() == null ? "-1" : line.claimAmount().toPlainString();
                case NEXT_DUE_ON -> String.valueOf(line.nextDueOn());
            };
        }

        private Object typed(String value) {
            try {
                return this == CLAIM_AMOUNT || this == CLAIM_AMOUNT_ASC
                        ? new BigDecimal(value)
                        : LocalDate.parse(value);
            } catch (RuntimeException forged) {
                throw Refusal.field("cursor", value, "field.cursor");
            }
        }
    }

    /** What to list; null means any. Amounts in 元, dates are court dates, both ends inclusive. */
    public record Filter(
            @Nullable Team team,
            @Nullable UUID handler,
            @Nullable CaseStatus status,
            @Nullable CaseKind kind,
            @Nullable LocalDate filedFrom,
            @Nullable LocalDate filedTo,
            @Nullable BigDecimal amountFrom,
            @Nullable BigDecimal amountTo,
            boolean overdue,
            boolean lacking,
            @Nullable String search) {}

    /** Somebody's id and name. */
    public record Named(UUID id, String name) {}

    /** One line of the list. */
    public record Line(
            UUID id,
            String number,
            CaseKind kind,
            String cause,
            Matter matter,
            @Nullable BigDecimal claimAmount,
            LocalDate filedOn,
            @Nullable Team team,
            CaseStatus status,
            List<String> applicants,
            List<String> respondents,
            @Nullable Named judge,
            @Nullable Named executor,
            @Nullable LocalDate nextDueOn,
            int version) {}

    /** Whose eyes, and which day it is. */
    public record Viewer(int courtId, Visibility sight, LocalDate today) {}

    public Uni<Page<Line>> page(
            SqlClient client, Viewer viewer, Filter filter, Sort sort, @Nullable Cursor after, int limit) {
        Sql sql = new Sql(SELECT, viewer.courtId());
        if (viewer.sight() instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        } else if (viewer.sight() instanceof Visibility.Nothing) {
            sql.add(" and false");
        }
        where(sql, filter, viewer);
        if (sort == Sort.NEXT_DUE_ON) {
            sql.add(" and c.next_due_on is not null");
        }
        if (after != null) {
            String comparison = sort.descending ? " < " : " > ";
            sql.add(
                    " and (" + sort.column + ", c.id)" + comparison + "(?, ?)",
                    sort.typed(after.value()),
                    after.uuid());
        }
        String order = sort.descending ? " desc" : "";
        sql.add(" order by " + sort.column + order + ", c.id" + order + " limit ?", limit + 1);
        return sql.list(client, CaseList::line)
                .map(lines -> Page.of(lines, limit, line -> Cursor.of(sort.valueOf(line), line.id())));
    }

    private static void where(Sql sql, Filter filter, Viewer viewer) {
        sql.addIf(name(filter.team()), " and c.team = ?");
        if (filter.handler() != null) {
            sql.add(" and (c.judge_id = ? or c.executor_id = ?)", filter.handler(), filter.handler());
        }
        sql.addIf(name(filter.status()), " and c.status = ?");
        sql.addIf(name(filter.kind()), " and c.kind = ?");
        sql.addIf(filter.filedFrom(), " and c.filed_on >= ?");
        sql.addIf(filter.filedTo(), " and c.filed_on <= ?");
        sql.addIf(filter.amountFrom(), " and coalesce(c.claim_amount, -1) >= ?");
        sql.addIf(filter.amountTo(), " and coalesce(c.claim_amount, -1) <= ? and c.claim_amount is not null");
        if (filter.overdue()) {
            sql.add(" and c.next_due_on < ?", viewer.today());
        }
        if (filter.lacking()) {
            sql.add(LACKING, viewer.courtId(), viewer.today());
        }
        String search = filter.search();
        if (search != null && !search.isBlank()) {
            String text = search.strip();
            sql.add(
                    " and search_grams(c.search) @> search_grams_of_query(?) and position(? in c.search) > 0",
                    text,
                    text);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Line line(Row row) {
        String team = row.getString(7);
        return new Line(
                row.getUUID(0),
                row.getString(1),
                CaseKind.valueOf(row.getString(2)),
                row.getString(3),
                Matter.valueOf(row.getString(4)),
                row.getBigDecimal(5),
                row.getLocalDate(6),
                team == null ? null : Team.valueOf(team),
                CaseStatus.valueOf(row.getString(8)),
                List.of(row.getArrayOfStrings(9)),
                List.of(row.getArrayOfStrings(10)),
                named(row, 11),
                named(row, 13),
                row.getLocalDate(15),
                row.getInteger(16));
    }

    private static @Nullable Named named(Row row, int at) {
        UUID id = row.getUUID(at);
        return id == null ? null : new Named(id, row.getString(at + 1));
    }
}
