package org.zhixing.ledger.store;

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
import org.zhixing.ledger.rules.SuspenseClaim;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;

/** Rows of money that no case has claimed yet, and of claims. */
@ApplicationScoped
public class SuspenseRows {
    static final String COLUMNS =
            "s.id, s.court_id, s.line_id, s.received_on, s.amount, s.case_id, s.receipt_id, s.version";

    private static final String INSERT = """
            insert into suspense_item (id, court_id, line_id, received_on, amount)
            select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::date[], $5::numeric[])
            """;

    private static final String CLAIMS = "select id, court_id, item_id, case_id, receipt_id, reason, claimed_by,"
            + " claimed_on, undone_by, undone_on, undone_why from suspense_claim";

    public Uni<Integer> insert(SqlConnection tx, List<SuspenseItem> items) {
        Columns<SuspenseItem> columns = new Columns<>(items);
        return Database.execute(
                tx,
                INSERT,
                columns.uuids(SuspenseItem::id),
                columns.ints(SuspenseItem::courtId),
                columns.uuids(SuspenseItem::lineId),
                columns.dates(SuspenseItem::receivedOn),
                columns.decimals(SuspenseItem::amount));
    }

    public Uni<Optional<SuspenseItem>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx,
                "select " + COLUMNS + " from suspense_item s where s.id = $1 and s.court_id = $2 for no key update",
                SuspenseRows::item,
                id,
                courtId);
    }

    /** Whose it is from now on; null: nobody's again. */
    public Uni<Integer> settle(SqlConnection tx, SuspenseItem item, @Nullable UUID caseId, @Nullable UUID receiptId) {
        return Database.execute(
                tx,
                "update suspense_item set case_id = $3, receipt_id = $4, version = version + 1"
                        + " where id = $1 and court_id = $2",
                item.id(),
                item.courtId(),
                caseId,
                receiptId);
    }

    public Uni<Integer> insertClaim(SqlConnection tx, SuspenseClaim claim) {
        return Database.execute(
                tx,
                "insert into suspense_claim (id, court_id, item_id, case_id, receipt_id, reason, claimed_by, claimed_on)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8)",
                claim.id(),
                claim.courtId(),
                claim.itemId(),
                claim.caseId(),
                claim.receiptId(),
                claim.reason(),
                claim.claimedBy(),
                claim.claimedOn());
    }

    public Uni<Integer> undoClaim(SqlConnection tx, UUID id, UUID by, LocalDate on, String why) {
        return Database.execute(
                tx,
                "update suspense_claim set undone_by = $2, undone_on = $3, undone_why = $4"
                        + " where id = $1 and undone_by is null",
                id,
                by,
                on,
                why);
    }

    public Uni<Optional<SuspenseClaim>> claim(SqlClient client, int courtId, UUID item, UUID id) {
        return Database.first(
                client,
                CLAIMS + " where id = $1 and item_id = $2 and court_id = $3",
                SuspenseRows::claim,
                id,
                item,
                courtId);
    }

    /** Oldest first. */
    public Uni<List<SuspenseClaim>> claims(SqlClient client, int courtId, List<UUID> items) {
        return Database.list(
                client,
                CLAIMS + " where item_id = any ($1) and court_id = $2 order by id",
                SuspenseRows::claim,
                items.toArray(UUID[]::new),
                courtId);
    }

    static SuspenseItem item(Row row) {
        return new SuspenseItem(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getLocalDate(3),
                row.getBigDecimal(4),
                row.getUUID(5),
                row.getUUID(6),
                row.getInteger(7));
    }

    private static SuspenseClaim claim(Row row) {
        return new SuspenseClaim(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getUUID(3),
                row.getUUID(4),
                row.getString(5),
                row.getUUID(6),
                row.getLocalDate(7),
                row.getUUID(8),
                row.getLocalDate(9),
                row.getString(10));
    }
}
