package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.store.MappingRows;
import org.zhixing.platform.Refusal;

/** How the court's banks write their statements. */
@ApplicationScoped
public class Mappings {
    private final MappingRows rows;

    Mappings(MappingRows rows) {
        this.rows = rows;
    }

    /** Those in use first, then by name. */
    public Uni<List<StatementMapping>> list(SqlClient client, int courtId) {
        return rows.list(client, courtId);
    }

    /** 404 where the court has none of that id. */
    public Uni<StatementMapping> find(SqlClient client, int courtId, UUID id) {
        return rows.find(client, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<StatementMapping> lock(SqlConnection tx, int courtId, UUID id) {
        return rows.lock(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** 409 where the name is taken. */
    public Uni<Void> insert(SqlConnection tx, StatementMapping mapping) {
        return rows.insert(tx, mapping).map(written -> taken(written, mapping)).replaceWithVoid();
    }

    /** 409 where another has that name. */
    public Uni<Void> update(SqlConnection tx, StatementMapping mapping) {
        return rows.update(tx, mapping).map(written -> taken(written, mapping)).replaceWithVoid();
    }

    private static int taken(int written, StatementMapping mapping) {
        if (written == 0) {
            throw Refusal.conflict("mapping-name", mapping.name());
        }
        return written;
    }
}
