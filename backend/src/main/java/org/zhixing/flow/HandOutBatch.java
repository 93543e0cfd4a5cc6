package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.rules.AccountOwner;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.rules.PaymentBatch;
import org.zhixing.platform.Database;

/** The bank's file leaves the house with everybody's account in it: who took it is on record. */
@ApplicationScoped
public class HandOutBatch {
    private final Database database;
    private final Audit audit;

    HandOutBatch(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Taking the file is seeing every account in it: each of them has its own row, as if it were asked for alone. */
    public Uni<Void> handedOut(Actor actor, PaymentBatch batch, List<Payee> inTheFile) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                "payment-batch.handed-out",
                null,
                batch.id(),
                Map.of("batch", batch.number(), "accounts", inTheFile.size())));
        inTheFile.forEach(payee -> entries.add(unmasked(payee, batch)));
        return database.inTransaction(tx -> audit.write(tx, Audit.by(actor), entries));
    }

    private static Entry unmasked(Payee payee, PaymentBatch batch) {
        return new Entry(
                "bank-account.unmasked",
                payee.caseId(),
                payee.id(),
                Map.of(
                        "of",
                        AccountOwner.PAYEE.name(),
                        "name",
                        payee.name(),
                        "account",
                        Objects.requireNonNull(Masking.bankAccount(payee.accountNumber())),
                        "reason",
                        "银行付款文件 " + batch.number()));
    }
}
