package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
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

    public Uni<Void> handedOut(Actor actor, PaymentBatch batch) {
        Entry entry = new Entry("payment-batch.handed-out", null, batch.id(), Map.of("batch", batch.number()));
        return database.inTransaction(tx -> audit.write(tx, Audit.by(actor), List.of(entry)));
    }
}
