package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.BatchStatus;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentBatch;
import org.zhixing.ledger.store.BatchRows;
import org.zhixing.ledger.store.PaymentRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** What the bank was ordered to pay, batch by batch. */
@ApplicationScoped
public class Batches {
    private final BatchRows rows;
    private final PaymentRows payments;

    Batches(BatchRows rows, PaymentRows payments) {
        this.rows = rows;
        this.payments = payments;
    }

    public Uni<Integer> insert(SqlConnection tx, PaymentBatch batch) {
        return rows.insert(tx, batch);
    }

    /** After its payments changed. */
    public Uni<Integer> settled(SqlConnection tx, UUID id) {
        return rows.settled(tx, id);
    }

    /** The court's batch; 404 otherwise. */
    public Uni<PaymentBatch> find(SqlClient client, int courtId, UUID id) {
        return rows.find(client, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The court's batch, locked; 404 otherwise. */
    public Uni<PaymentBatch> lock(SqlConnection tx, int courtId, UUID id) {
        return rows.lock(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<List<Payment>> payments(SqlClient client, UUID batch) {
        return payments.ofBatch(client, batch);
    }

    /** One page, newest first. */
    public Uni<Page<PaymentBatch>> list(
            SqlClient client, int courtId, @Nullable BatchStatus status, @Nullable Cursor after, int limit) {
        return rows.list(client, courtId, status, after, limit + 1)
                .map(found -> Page.of(found, limit, each -> Cursor.of("id", each.id())));
    }
}
