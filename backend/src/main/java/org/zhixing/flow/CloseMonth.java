package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.Months;
import org.zhixing.ledger.rules.ClosedMonth;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;

/** The funds desk closes a month of the books. */
@RegisterForReflection(targets = ClosedMonth.class)
@ApplicationScoped
public class CloseMonth {
    private final Database database;
    private final Months months;
    private final Once once;
    private final Audit audit;
    private final CourtClock clock;

    CloseMonth(Database database, Months months, Once once, Audit audit, CourtClock clock) {
        this.database = database;
        this.months = months;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<ClosedMonth> close(Actor actor, YearMonth month, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "close-month " + month, null);
        Entry entry = new Entry("month.closed", null, null, Map.of("month", month.toString()));
        return database.inTransaction(tx -> once.run(tx, ticket, ClosedMonth.class, () -> months.close(
                        tx, actor.courtId(), month, actor.personId(), clock.today())
                .call(() -> audit.write(tx, Audit.by(actor), List.of(entry)))));
    }
}
