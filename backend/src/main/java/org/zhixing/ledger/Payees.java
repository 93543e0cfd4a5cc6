package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.store.PayeeRows;
import org.zhixing.platform.Refusal;

/** Whom money of a case may go to. */
@ApplicationScoped
public class Payees {
    private final PayeeRows rows;

    Payees(PayeeRows rows) {
        this.rows = rows;
    }

    /** {@code role} is that of the case's party of this name; null if it is none. */
    public Uni<Integer> insert(SqlConnection tx, Payee written, @Nullable PartyRole role) {
        return rows.insert(tx, written, role);
    }

    public Uni<Integer> update(SqlConnection tx, Payee changed) {
        return rows.update(tx, changed);
    }

    /** The payee of that case; 404 otherwise. */
    public Uni<Payee> find(SqlClient client, int courtId, UUID caseId, UUID id) {
        return rows.find(client, courtId, caseId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<List<Payee>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return rows.ofCase(client, courtId, caseId);
    }
}
