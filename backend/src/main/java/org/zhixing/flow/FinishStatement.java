package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhixing.access.Roles;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.LineMatch.Matched;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;

/** What is said of a statement once all of its lines are booked. */
@ApplicationScoped
class FinishStatement {
    private final Statements statements;
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    FinishStatement(Statements statements, Outbox outbox, Audit audit, CourtClock clock) {
        this.statements = statements;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** One notice to the uploader, and to the funds desk one for all that nobody could be found for. */
    Uni<StatementRun> finish(SqlConnection tx, StatementRun run) {
        StatementRun done = run.to(ImportStatus.DONE);
        Map<String, Object> detail = Map.of(
                "file", done.fileName(),
                "sha256", done.sha256(),
                "booked", done.committed(),
                "suspense", done.tally().of(Matched.SUSPENSE),
                "same", done.tally().of(RowOutcome.SAME),
                "conflicts", done.tally().of(RowOutcome.CONFLICT),
                "bad", done.tally().of(RowOutcome.BAD));
        return statements
                .save(tx, done)
                .call(() -> outbox.put(tx, done.courtId(), events(done)))
                .call(() -> audit.write(
                        tx,
                        PlanStatement.by(done),
                        List.of(new Entry("statement.committed", null, done.id(), detail))));
    }

    private List<Event> events(StatementRun done) {
        List<Event> events = new ArrayList<>();
        events.add(new Event(
                "statement.done",
                "statement.done:" + done.id(),
                List.of(done.createdBy().id()),
                List.of(),
                Map.of(
                        "file", done.fileName(),
                        "committed", Integer.toString(done.committed()),
                        "conflicts", Integer.toString(done.tally().of(RowOutcome.CONFLICT)),
                        "bad", Integer.toString(done.tally().of(RowOutcome.BAD))),
                null,
                null,
                clock.today()));
        int unknown = done.tally().of(Matched.SUSPENSE);
        if (unknown > 0) {
            events.add(new Event(
                    "suspense.new",
                    "suspense.new:" + done.id(),
                    List.of(),
                    List.of(new Event.Circle(Roles.FUNDS, null)),
                    Map.of(
                            "count", Integer.toString(unknown),
                            "amount", TellOfMoney.text(done.tally().amount(Matched.SUSPENSE)),
                            "file", done.fileName()),
                    null,
                    null,
                    clock.today()));
        }
        return events;
    }
}
