package org.zhixing.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.policy.rules.OpenCase;
import org.zhixing.policy.store.OpenCaseRows;

/** The court's open cases, for simulations. */
@ApplicationScoped
public class OpenCases {
    private final OpenCaseRows rows;

    OpenCases(OpenCaseRows rows) {
        this.rows = rows;
    }

    /** All pages of the transaction see one state of the court; to be called first. */
    public Uni<Integer> snapshot(SqlConnection tx) {
        return rows.snapshot(tx);
    }

    /** In the order of their ids, after the given one. */
    public Uni<List<OpenCase>> page(SqlConnection tx, int courtId, UUID after, int limit) {
        return rows.page(tx, courtId, after, limit);
    }
}
