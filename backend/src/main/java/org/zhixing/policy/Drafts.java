package org.zhixing.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.zhixing.policy.rules.Draft;
import org.zhixing.policy.rules.PolicyKind;
import org.zhixing.policy.store.DraftRows;

/** The drafts of a court's policies, one in hand of each kind. */
@ApplicationScoped
public class Drafts {
    private final DraftRows rows;

    Drafts(DraftRows rows) {
        this.rows = rows;
    }

    /** The last save, whether it is in hand or has ended. */
    public Uni<Optional<Draft>> last(SqlClient client, int courtId, PolicyKind kind) {
        return rows.last(client, courtId, kind);
    }

    /** The last save; nobody else saves, publishes or discards until the transaction ends. */
    public Uni<Optional<Draft>> lock(SqlConnection tx, int courtId, PolicyKind kind) {
        return rows.own(tx, courtId).chain(() -> rows.last(tx, courtId, kind));
    }

    public Uni<Optional<Draft>> at(SqlClient client, int courtId, PolicyKind kind, int version) {
        return rows.at(client, courtId, kind, version);
    }

    public Uni<Integer> save(SqlConnection tx, int courtId, PolicyKind kind, Draft draft) {
        return rows.insert(tx, courtId, kind, draft);
    }

    public Uni<Integer> end(SqlConnection tx, int courtId, PolicyKind kind, int version, Draft.Ended how) {
        return rows.end(tx, courtId, kind, version, how);
    }

    /** Drafts that were published, the oldest first. */
    public Uni<List<Draft>> published(SqlClient client, int courtId, PolicyKind kind) {
        return rows.published(client, courtId, kind);
    }
}
