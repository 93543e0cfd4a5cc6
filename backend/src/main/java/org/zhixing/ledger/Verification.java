package org.zhixing.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhixing.ledger.rules.BooksReport;
import org.zhixing.ledger.rules.Finding;
import org.zhixing.ledger.rules.FindingKind;
import org.zhixing.ledger.store.VerifyRows;
import org.zhixing.platform.Database;

/** Proves a court's books from their entries: maintained balances are believed only as long as nothing is found here. */
@ApplicationScoped
public class Verification {
    private final VerifyRows rows;
    private final Database database;
    private final Timer took;

    Verification(VerifyRows rows, Database database, MeterRegistry metrics) {
        this.rows = rows;
        this.database = database;
        this.took = metrics.timer("zhixing.ledger.verify");
    }

    /** Everything, as it was at one moment, while others go on booking. */
    public Uni<BooksReport> verify(int courtId) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample began = Timer.start();
            return database.inTransaction(tx ->
                            rows.oneMoment(tx).chain(() -> verify(tx, courtId, Arrays.asList(FindingKind.values()))))
                    .invoke(() -> began.stop(took));
        });
    }

    /** Some of the proofs, as the caller's transaction sees the books. */
    public Uni<BooksReport> verify(SqlClient client, int courtId, Collection<FindingKind> kinds) {
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        List<Finding> findings = new ArrayList<>();
        return rows.size(client, courtId).chain(size -> Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(
                        kind -> rows.find(client, courtId, kind).invoke(found -> {
                            if (found.total() > 0) {
                                counts.put(kind, found.total());
                                findings.addAll(found.first());
                            }
                        }))
                .collect()
                .last()
                .map(done -> new BooksReport(size.accounts(), size.transactions(), size.entries(), counts, findings)));
    }
}
