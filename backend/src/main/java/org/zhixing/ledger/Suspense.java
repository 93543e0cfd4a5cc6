package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhixing.ledger.rules.SuspenseClaim;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.ledger.store.SuspenseRows;
import org.zhixing.platform.Refusal;

/** Money that no case has claimed yet (不明款). Claims are kept for good, those that were undone too. */
@ApplicationScoped
public class Suspense {
    private final SuspenseRows rows;

    Suspense(SuspenseRows rows) {
        this.rows = rows;
    }

    public Uni<Integer> insert(SqlConnection tx, List<SuspenseItem> items) {
        return items.isEmpty() ? Uni.createFrom().item(0) : rows.insert(tx, items);
    }

    /** The item, locked; 404 where the court has none of that id. */
    public Uni<SuspenseItem> lock(SqlConnection tx, int courtId, UUID id) {
        return rows.lock(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The item's claim; 404 otherwise. */
    public Uni<SuspenseClaim> claim(SqlClient client, int courtId, UUID item, UUID id) {
        return rows.claim(client, courtId, item, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The item is the case's from now on. */
    public Uni<Integer> claim(SqlConnection tx, SuspenseItem item, SuspenseClaim claim) {
        return rows.settle(tx, item, claim.caseId(), claim.receiptId()).chain(() -> rows.insertClaim(tx, claim));
    }

    /** The item is nobody's again. */
    public Uni<Integer> undo(
            SqlConnection tx, SuspenseItem item, SuspenseClaim claim, UUID by, LocalDate on, String why) {
        return rows.settle(tx, item, null, null).chain(() -> rows.undoClaim(tx, claim.id(), by, on, why));
    }
}
