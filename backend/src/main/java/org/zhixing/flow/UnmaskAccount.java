package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.ledger.Unmasking;
import org.zhixing.ledger.rules.AccountOwner;
import org.zhixing.ledger.rules.WholeAccount;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** Shows one account number in full to the funds desk or the case's handlers; who, which and why stays in the trail. */
@ApplicationScoped
public class UnmaskAccount {
    private static final String CLAUSE = "二(二)";

    private final Database database;
    private final Unmasking unmasking;
    private final Cases cases;
    private final Audit audit;

    UnmaskAccount(Database database, Unmasking unmasking, Cases cases, Audit audit) {
        this.database = database;
        this.unmasking = unmasking;
        this.cases = cases;
        this.audit = audit;
    }

    public Uni<WholeAccount> unmask(Actor actor, AccountOwner owner, UUID id, String reason) {
        return database.inTransaction(tx -> unmasking
                .find(tx, actor.courtId(), owner, id)
                .call(account -> handles(tx, actor, account.caseId()).invoke(handles -> {
                    if (!Masking.mayUnmaskBankAccounts(actor, handles)) {
                        throw Refusal.forbidden("account-masked", CLAUSE);
                    }
                }))
                .call(account -> audit.write(tx, Audit.by(actor), List.of(entry(account, owner, id, reason)))));
    }

    /** 404 where the case is out of sight. */
    private Uni<Boolean> handles(SqlConnection tx, Actor actor, @Nullable UUID caseId) {
        return caseId == null
                ? Uni.createFrom().item(false)
                : cases.find(tx, actor, caseId).map(subject -> subject.handledBy(actor.personId()));
    }

    /** The trail has the number masked: it is read by more people than may see the account. */
    private static Entry entry(WholeAccount account, AccountOwner owner, UUID id, String reason) {
        return new Entry(
                "bank-account.unmasked",
                account.caseId(),
                id,
                Map.of(
                        "of",
                        owner.name(),
                        "name",
                        account.name(),
                        "account",
                        Objects.requireNonNull(Masking.bankAccount(account.number())),
                        "reason",
                        reason));
    }
}
