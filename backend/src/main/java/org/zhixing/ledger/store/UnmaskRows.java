package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.ledger.rules.WholeAccount;
import org.zhixing.platform.Database;

/** Account numbers in full, one at a time. */
@ApplicationScoped
public class UnmaskRows {
    public Uni<Optional<WholeAccount>> ofPayee(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client,
                "select case_id, name, bank_name, account_number from payee"
                        + " where id = $1 and court_id = $2 and account_number is not null",
                UnmaskRows::account,
                id,
                courtId);
    }

    /** The other side of a line; the case is the one that holds the money, or paid it. */
    public Uni<Optional<WholeAccount>> ofLine(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client,
                "select coalesce(r.case_id, p.case_id), coalesce(l.party, ''), null, l.party_account from bank_line l"
                        + " left join receipt r on r.line_id = l.id and r.reversed_by is null"
                        + " left join payment p on p.id = l.payment_id"
                        + " where l.id = $1 and l.court_id = $2 and l.party_account is not null",
                UnmaskRows::account,
                id,
                courtId);
    }

    private static WholeAccount account(Row row) {
        return new WholeAccount(row.getUUID(0), row.getString(1), row.getString(2), row.getString(3));
    }
}
