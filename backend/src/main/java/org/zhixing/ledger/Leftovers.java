package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.ledger.rules.CaseAccount;
import org.zhixing.ledger.rules.Leftover;
import org.zhixing.ledger.store.AccountRows;
import org.zhixing.ledger.store.LeftoverRows;
import org.zhixing.platform.Refusal;

/** What of a case's money is left: nothing may be, when the case is closed as fully performed, or archived. */
@ApplicationScoped
public class Leftovers {
    private static final String CLAUSE = "二(二)、法发〔2017〕6号";
    private static final int NAMED = 5;

    private final AccountRows accounts;
    private final LeftoverRows rows;

    Leftovers(AccountRows accounts, LeftoverRows rows) {
        this.accounts = accounts;
        this.rows = rows;
    }

    /**
     * 422 {@code case-funds-left} while money is on the case's account, applied for, or on its way out. The caller holds
     * the case's lock, as whoever moves its money does, so that nothing arrives between the question and the act.
     */
    public Uni<Void> refuse(SqlConnection tx, int courtId, UUID caseId) {
        return accounts.ofCase(tx, courtId, caseId)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(account -> account.settled()
                        ? Uni.createFrom().voidItem()
                        : rows.ofCase(tx, courtId, caseId).map(left -> {
                            throw left(account, left);
                        }));
    }

    private static Refusal left(CaseAccount account, List<Leftover> left) {
        String receipts = left.stream().limit(NAMED).map(Leftover::text).collect(Collectors.joining("、"));
        return Refusal.rule(
                "case-funds-left",
                CLAUSE,
                yuan(account.balance()),
                yuan(account.money().reserved()),
                yuan(account.money().inTransit()),
                left.size(),
                left.size() > NAMED ? receipts + " …" : receipts);
    }

    private static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
