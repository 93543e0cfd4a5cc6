package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.zhixing.ledger.rules.AccountOwner;
import org.zhixing.ledger.rules.WholeAccount;
import org.zhixing.ledger.store.UnmaskRows;
import org.zhixing.platform.Refusal;

/** Account numbers in full, for whoever may see them and has said why. */
@ApplicationScoped
public class Unmasking {
    private final UnmaskRows rows;

    Unmasking(UnmaskRows rows) {
        this.rows = rows;
    }

    /** The account; 404 where the court has none of that id. */
    public Uni<WholeAccount> find(SqlClient client, int courtId, AccountOwner owner, UUID id) {
        return (owner == AccountOwner.PAYEE ? rows.ofPayee(client, courtId, id) : rows.ofLine(client, courtId, id))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }
}
