package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.BatchStatus;
import org.zhixing.ledger.rules.PaymentBatch;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;

/** Rows of payment batches. */
@ApplicationScoped
public class BatchRows {
    private static final String SELECT = "select b.id, b.court_id, b.number, b.payments, b.amount, b.status,"
            + " b.created_by, b.created_on, b.version from payment_batch b";

    public Uni<Integer> insert(SqlConnection tx, PaymentBatch b) {
        return Database.execute(
                tx,
                "insert into payment_batch (id, court_id, number, payments, amount, status, created_by, created_on)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8)",
                b.id(),
                b.courtId(),
                b.number(),
                b.payments(),
                b.amount(),
                b.status().name(),
                b.createdBy(),
                b.createdOn());
    }

    /** Raises the batch's version; once the bank has answered for all of it, it is settled. */
    public Uni<Integer> settled(SqlConnection tx, UUID id) {
        return Database.execute(
                tx,
                "update payment_batch b set version = version + 1, status = case when exists (select 1 from payment p"
                        + " where p.batch_id = b.id and p.status = 'ORDERED') then 'ORDERED' else 'SETTLED' end"
                        + " where b.id = $1",
                id);
    }

    public Uni<Optional<PaymentBatch>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where b.id = $1 and b.court_id = $2", BatchRows::batch, id, courtId);
    }

    public Uni<Optional<PaymentBatch>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx, SELECT + " where b.id = $1 and b.court_id = $2 for no key update", BatchRows::batch, id, courtId);
    }

    /** Newest first. */
    public Uni<List<PaymentBatch>> list(
            SqlClient client, int courtId, @Nullable BatchStatus status, @Nullable Cursor after, int limit) {
        Sql sql = new Sql(SELECT + " where b.court_id = ?", courtId);
        sql.addIf(status == null ? null : status.name(), " and b.status = ?");
        sql.addIf(after == null ? null : after.uuid(), " and b.id < ?");
        return sql.add(" order by b.id desc limit ?", limit).list(client, BatchRows::batch);
    }

    /** The numbers of the batches by id. */
    public Uni<Map<UUID, String>> numbers(SqlClient client, Collection<UUID> ids) {
        return Database.list(
                        client,
                        "select id, number from payment_batch where id = any ($1)",
                        row -> Map.entry(row.getUUID(0), row.getString(1)),
                        (Object) ids.toArray(UUID[]::new))
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static PaymentBatch batch(Row row) {
        return new PaymentBatch(
                row.getUUID(0),
                row.getInteger(1),
                row.getString(2),
                row.getInteger(3),
                row.getBigDecimal(4),
                BatchStatus.valueOf(row.getString(5)),
                row.getUUID(6),
                row.getLocalDate(7),
                row.getInteger(8));
    }
}
