package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Sql;

/** Money of nobody as the funds desk works through it: the oldest first, with the cases it may be for. */
@ApplicationScoped
public class SuspenseList {
    /** Cases suggested for one item: more would be no suggestion. */
    private static final int SUGGESTED = 5;

    /**
     * For a page at once. Each half walks an index: parties by name, and cases by the sum they claim.
     */
    private static final String SUGGESTIONS = """
            select a.item, c.id, c.number, c.claim_amount, bool_or(f.by_party) as by_party, bool_or(f.by_amount) as by_amount
            from unnest($2::uuid[], $3::text[], $4::numeric[]) as a (item, party, amount)
            cross join lateral (
                (select p.case_id, true as by_party, false as by_amount from party p
                    join enforcement_case o on o.id = p.case_id and o.status = 'OPEN'
                    where p.court_id = $1 and p.name = a.party limit $5)
                union all
                (select o.id, false, true from enforcement_case o
                    where o.court_id = $1 and coalesce(o.claim_amount, -1) = a.amount and o.status = 'OPEN' limit $5)
            ) f
            join enforcement_case c on c.id = f.case_id
            group by a.item, c.id
            order by a.item, bool_or(f.by_party) desc, bool_or(f.by_amount) desc, c.id
            """;

    private static final String AGEING = """
            select b.bucket, count(s.id), coalesce(sum(s.amount), 0)
            from (values (0, 0, 7), (1, 8, 30), (2, 31, 90), (3, 91, 2147483647)) b (bucket, first, last)
            left join suspense_item s on s.court_id = $1 and s.receipt_id is null
                and greatest($2::date - s.received_on, 0) between b.first and b.last
            group by b.bucket order by b.bucket
            """;

    /** An item with the line it came with, and the case it was claimed for. */
    public record Shown(
            SuspenseItem item, BankLine line, @Nullable String caseNumber) {}

    /** A case that the money may be for, and why. */
    public record Suggestion(
            UUID item,
            UUID caseId,
            String caseNumber,
            @Nullable BigDecimal claimAmount,
            boolean payerIsParty,
            boolean amountIsClaim) {}

    /** How many items of an age, and how much. */
    public record Age(int bucket, long items, BigDecimal amount) {}

    /** The oldest first; null: whether claimed or not. */
    public Uni<Page<Shown>> list(
            SqlClient client, int courtId, @Nullable Boolean claimed, @Nullable Cursor after, int limit) {
        Sql sql = new Sql(
                "select " + SuspenseRows.COLUMNS + ", " + BankLineRows.COLUMNS + ", c.number from suspense_item s"
                        + " join bank_line l on l.id = s.line_id left join enforcement_case c on c.id = s.case_id"
                        + " where s.court_id = ?",
                courtId);
        if (claimed != null) {
            sql.add(claimed ? " and s.receipt_id is not null" : " and s.receipt_id is null");
        }
        if (after != null) {
            sql.add(" and (s.received_on, s.id) > (?, ?)", after.day(), after.uuid());
        }
        return sql.add(" order by s.received_on, s.id limit ?", limit + 1)
                .list(client, row -> new Shown(SuspenseRows.item(row), BankLineRows.line(row, 8), row.getString(24)))
                .map(rows -> Page.of(
                        rows,
                        limit,
                        shown -> Cursor.of(
                                shown.item().receivedOn(), shown.item().id())));
    }

    public Uni<List<Shown>> find(SqlClient client, int courtId, UUID id) {
        return Database.list(
                client,
                "select " + SuspenseRows.COLUMNS + ", " + BankLineRows.COLUMNS + ", c.number from suspense_item s"
                        + " join bank_line l on l.id = s.line_id left join enforcement_case c on c.id = s.case_id"
                        + " where s.id = $1 and s.court_id = $2",
                row -> new Shown(SuspenseRows.item(row), BankLineRows.line(row, 8), row.getString(24)),
                id,
                courtId);
    }

    public Uni<List<Suggestion>> suggestions(SqlClient client, int courtId, List<Shown> items) {
        return Database.list(
                client,
                SUGGESTIONS,
                row -> new Suggestion(
                        row.getUUID(0),
                        row.getUUID(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getBoolean(4),
                        row.getBoolean(5)),
                courtId,
                items.stream().map(shown -> shown.item().id()).toArray(UUID[]::new),
                items.stream().map(shown -> shown.line().entry().party()).toArray(String[]::new),
                items.stream().map(shown -> shown.item().amount()).toArray(BigDecimal[]::new),
                SUGGESTED);
    }

    /** What waits by its age in days: up to 7, 30, 90, and longer. */
    public Uni<List<Age>> ageing(SqlClient client, int courtId, LocalDate today) {
        return Database.list(
                client,
                AGEING,
                row -> new Age(row.getInteger(0), row.getLong(1), row.getBigDecimal(2)),
                courtId,
                today);
    }
}
