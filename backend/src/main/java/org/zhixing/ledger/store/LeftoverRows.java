package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.ledger.rules.Leftover;
import org.zhixing.platform.Database;

/** Receipts of a case that are not paid out in full. */
@ApplicationScoped
public class LeftoverRows {
    public Uni<List<Leftover>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                "select received_on, amount, amount - paid from receipt where case_id = $1 and court_id = $2"
                        + " and reversed_by is null and paid < amount order by received_on, id",
                row -> new Leftover(row.getLocalDate(0), row.getBigDecimal(1), row.getBigDecimal(2)),
                caseId,
                courtId);
    }
}
