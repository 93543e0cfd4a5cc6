package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.rules.PayeeKind;
import org.zhixing.platform.Database;

/** Rows of payees. */
@ApplicationScoped
public class PayeeRows {
    /** The columns of a payee {@code y}, fourteen of them, for {@link #payee}. */
    static final String COLUMNS = "y.id, y.court_id, y.case_id, y.kind, y.party_id, y.name, y.bank_name,"
            + " y.account_number, y.written_by, y.written_on, y.confirmed_by, y.confirmed_on, y.active, y.version";

    /** Of a party it keeps which one it is: the first of that role and name. */
    public Uni<Integer> insert(SqlConnection tx, Payee p, @Nullable PartyRole role) {
        return Database.execute(
                tx,
                "insert into payee (id, court_id, case_id, kind, party_id, name, bank_name, account_number, written_by,"
                        + " written_on) values ($1, $2, $3, $4, (select id from party where case_id = $3 and role = $5"
                        + " and name = $6 order by position limit 1), $6, $7, $8, $9, $10)",
                p.id(),
                p.courtId(),
                p.caseId(),
                p.kind().name(),
                role == null ? null : role.name(),
                p.name(),
                p.bankName(),
                p.accountNumber(),
                p.writtenBy(),
                p.writtenOn());
    }

    /** Writes back what may change of it, and raises its version. */
    public Uni<Integer> update(SqlConnection tx, Payee p) {
        return Database.execute(
                tx,
                "update payee set confirmed_by = $2, confirmed_on = $3, active = $4, version = version + 1"
                        + " where id = $1",
                p.id(),
                p.confirmedBy(),
                p.confirmedOn(),
                p.active());
    }

    public Uni<Optional<Payee>> find(SqlClient client, int courtId, UUID caseId, UUID id) {
        return Database.first(
                client,
                "select " + COLUMNS + " from payee y where y.id = $1 and y.case_id = $2 and y.court_id = $3",
                row -> payee(row, 0),
                id,
                caseId,
                courtId);
    }

    /** In the order in which they were written down. */
    public Uni<List<Payee>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                "select " + COLUMNS + " from payee y where y.case_id = $1 and y.court_id = $2 order by y.id",
                row -> payee(row, 0),
                caseId,
                courtId);
    }

    static Payee payee(Row row, int at) {
        return new Payee(
                row.getUUID(at),
                row.getInteger(at + 1),
                row.getUUID(at + 2),
                PayeeKind.valueOf(row.getString(at + 3)),
                row.getUUID(at + 4),
                row.getString(at + 5),
                row.getString(at + 6),
                row.getString(at + 7),
                row.getUUID(at + 8),
                row.getLocalDate(at + 9),
                row.getUUID(at + 10),
                row.getLocalDate(at + 11),
                row.getBoolean(at + 12),
                row.getInteger(at + 13));
    }
}
