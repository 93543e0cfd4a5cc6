package org.zhixing.ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.zhixing.ledger.rules.ClosedMonth;
import org.zhixing.ledger.rules.MonthBooks;
import org.zhixing.ledger.rules.Reconciliation;
import org.zhixing.ledger.store.MonthRows;
import org.zhixing.platform.Json;
import org.zhixing.platform.Refusal;

/** Months of the books: closed in order, once each day's difference is explained, and never opened again. */
@RegisterForReflection(
        targets = {MonthBooks.class, Reconciliation.Day.class, Reconciliation.Moves.class, Reconciliation.Sum.class})
@ApplicationScoped
public class Months {
    private static final String CLAUSE = "二(二)、法发〔2017〕6号";

    private final MonthRows rows;
    private final Reconciliations reconciliations;
    private final Json json;

    Months(MonthRows rows, Reconciliations reconciliations, Json json) {
        this.rows = rows;
        this.reconciliations = reconciliations;
        this.json = json;
    }

    public Uni<List<ClosedMonth>> closed(SqlClient client, int courtId) {
        return rows.closed(client, courtId);
    }

    /** 422 where the day's month is closed: what was kept of it does not change any more. */
    public Uni<Void> requireOpen(SqlClient client, int courtId, LocalDate day) {
        return rows.closed(client, courtId)
                .invoke(closed -> closed.stream().findFirst().ifPresent(last -> {
                    YearMonth of = YearMonth.from(day);
                    if (!of.isAfter(YearMonth.from(last.month()))) {
                        throw Refusal.rule("match-month-closed", CLAUSE, of);
                    }
                }))
                .replaceWithVoid();
    }

    /** What was kept of a closed month; 404 where it is not closed. */
    public Uni<MonthBooks> kept(SqlClient client, int courtId, YearMonth month) {
        return rows.document(client, courtId, month.atDay(1))
                .map(found -> json.read(found.orElseThrow(Refusal::notFound), MonthBooks.class));
    }

    /** Closes it: 422 where it is not over, an earlier one is open, or a day's difference is not explained. */
    public Uni<ClosedMonth> close(SqlConnection tx, int courtId, YearMonth month, UUID by, LocalDate today) {
        if (!today.isAfter(month.atEndOfMonth())) {
            throw Refusal.rule(
                    "month-not-over", CLAUSE, month, month.plusMonths(1).atDay(1));
        }
        return rows.holdAlone(tx, courtId)
                .chain(() -> rows.closed(tx, courtId))
                .chain(closed -> rows.first(tx, courtId)
                        .invoke(first -> inOrder(
                                month, closed, first.map(YearMonth::from).orElse(month))))
                .chain(() -> reconciliations.days(courtId, month.atDay(1), month.atEndOfMonth()))
                .invoke(Months::explained)
                .chain(days -> rows.balances(tx, courtId, month.plusMonths(1).atDay(1))
                        .chain(balances -> rows.close(
                                tx,
                                courtId,
                                month.atDay(1),
                                by,
                                today,
                                json.text(new MonthBooks(month.atDay(1), days, balances)))))
                .chain(() -> carry(tx, courtId))
                .replaceWith(new ClosedMonth(month.atDay(1), by, today));
    }

    /**
     * Carries statement and ledger forward past every closed month, so that a reconciliation need not read them again.
     * Where nothing is missing it waits for nobody; otherwise nobody books until the transaction ends.
     */
    public Uni<Void> carryForward(SqlConnection tx, int courtId) {
        return rows.uncarried(tx, courtId)
                .chain(missing -> missing.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : rows.holdAlone(tx, courtId).chain(() -> carry(tx, courtId)));
    }

    private Uni<Void> carry(SqlConnection tx, int courtId) {
        return rows.uncarried(tx, courtId)
                .chain(missing -> Multi.createFrom()
                        .iterable(missing)
                        .onItem()
                        .transformToUniAndConcatenate(day -> rows.carryForward(tx, courtId, day))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static void inOrder(YearMonth month, List<ClosedMonth> closed, YearMonth first) {
        YearMonth last = closed.isEmpty() ? null : YearMonth.from(closed.get(0).month());
        if (last != null && !month.isAfter(last)) {
            throw Refusal.conflict("month-closed-already", month, last).under(CLAUSE);
        }
        YearMonth next = last == null ? first : last.plusMonths(1);
        if (month.isAfter(next)) {
            throw Refusal.rule("month-before-open", CLAUSE, month, next);
        }
    }

    private static void explained(List<Reconciliation.Day> days) {
        days.stream().filter(day -> !day.explained()).findFirst().ifPresent(day -> {
            throw Refusal.rule(
                    "month-unexplained",
                    CLAUSE,
                    day.moves().day(),
                    day.difference().setScale(2).toPlainString(),
                    day.unsettled());
        });
    }
}
