package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.notice.store.RetractionRows;

/** Takes back what people were told and no longer holds. */
@ApplicationScoped
public class Retraction {
    private final RetractionRows rows;

    Retraction(RetractionRows rows) {
        this.rows = rows;
    }

    /** Events of these keys that were not delivered yet never will be; answers whom the others had reached. */
    public Uni<List<UUID>> of(SqlConnection tx, List<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(List.of())
                : rows.withdraw(tx, keys).chain(() -> rows.reached(tx, keys));
    }
}
