package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.ledger.Reconciliations;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.Verification;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Docket;

/** All acts on money there are, for a test that plays them at random. */
@Singleton
class MoneyActs {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ImportStatement imports;

    @Inject
    Statements statements;

    @Inject
    CheckStatement check;

    @Inject
    CommitStatement commit;

    @Inject
    ClaimSuspense claims;

    @Inject
    UndoMatch matches;

    @Inject
    WritePayee payees;

    @Inject
    ApplyDisbursement applications;

    @Inject
    DecideDisbursement decisions;

    @Inject
    OrderPayments orders;

    @Inject
    SettlePayments results;

    @Inject
    SettleBankLine lines;

    @Inject
    SuspendCase suspensions;

    @Inject
    CloseMonth months;

    @Inject
    Verification verification;

    @Inject
    Reconciliations reconciliations;

    @Inject
    Docket docket;

    @Inject
    Database database;

    @Inject
    CourtData data;

    static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    /** Has statements worked on, whoever's they are, until this one has come so far: a worker asks for no court either. */
    void work(int courtId, UUID statement, ImportStatus until) {
        while (await(statements.find(database.reading(), courtId, statement)).status() != until) {
            Optional<Statements.Work> next = await(statements.claim());
            next.ifPresent(this::work);
        }
    }

    private void work(Statements.Work work) {
        try {
            if (work.run().status() == ImportStatus.CHECKING) {
                check.run(work, () -> false);
            } else {
                commit.run(work, () -> false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
