package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.ledger.rules.CaseAccount;
import org.zhixing.ledger.store.AccountRows;

/** The ledger room as other rooms see it: filing a case opens its one account (clause 二(二)). */
@ApplicationScoped
public class Accounts {
    private final AccountRows rows;

    Accounts(AccountRows rows) {
        this.rows = rows;
    }

    /** Opens one account with zero balance for each case. */
    public Uni<Integer> open(SqlConnection tx, int courtId, String courtCode, List<UUID> caseIds, LocalDate on) {
        return rows.open(tx, courtId, courtCode, caseIds, on);
    }

    /** The court's own accounts, beside those of its cases. */
    public Uni<CourtAccounts> ofCourt(SqlClient client, int courtId) {
        return rows.ofCourt(client, courtId).map(CourtAccounts::new);
    }

    /** The ids of the cases' accounts by case. */
    public Uni<Map<UUID, UUID>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return rows.ofCases(client, courtId, caseIds);
    }

    /** The cases of the accounts with these virtual numbers. */
    public Uni<Map<String, UUID>> casesOf(SqlClient client, int courtId, List<String> virtualNumbers) {
        return virtualNumbers.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : rows.casesOf(client, courtId, virtualNumbers);
    }

    public Uni<Optional<CaseAccount>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return rows.ofCase(client, courtId, caseId);
    }
}
