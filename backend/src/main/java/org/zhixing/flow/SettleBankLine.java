package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.MoneyOut;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;

/** The funds desk says what a line of the statement was that the ledger does not know, and takes it back. */
@RegisterForReflection(targets = SettleBankLine.Settled.class)
@ApplicationScoped
public class SettleBankLine {
    private final Database database;
    private final MoneyOut moneyOut;
    private final Once once;
    private final Audit audit;
    private final CourtClock clock;

    SettleBankLine(Database database, MoneyOut moneyOut, Once once, Audit audit, CourtClock clock) {
        this.database = database;
        this.moneyOut = moneyOut;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** The line that was settled. */
    public record Settled(UUID lineId) {}

    /** Who wants it of which line, under which key. */
    public record Wish(Actor actor, UUID lineId, @Nullable String key) {}

    /** It was that payment. */
    public Uni<Settled> link(Wish wish, UUID paymentId) {
        return act(
                wish,
                "bank-line.linked",
                Map.of("payment", paymentId.toString()),
                tx -> moneyOut.link(tx, wish.actor().courtId(), wish.lineId(), paymentId));
    }

    /** The bank took it for itself, or the treasury drew it: out of the fees. */
    public Uni<Settled> charge(Wish wish, String reason) {
        return act(wish, "bank-line.charged", reason, moneyOut::charge);
    }

    /** It was not so after all. */
    public Uni<Settled> undo(Wish wish, String reason) {
        return act(wish, "bank-line.undone", reason, moneyOut::undo);
    }

    /** What the jump of the statement at that line is. */
    public Uni<Settled> note(Wish wish, String reason) {
        return act(wish, "bank-line.noted", reason, moneyOut::note);
    }

    /** What is done with a line for a reason, by somebody, on a day. */
    private interface Reasoned {
        Uni<?> on(SqlConnection tx, int courtId, UUID lineId, String reason, UUID by, LocalDate today);
    }

    private Uni<Settled> act(Wish wish, String action, String reason, Reasoned work) {
        Actor actor = wish.actor();
        return act(
                wish,
                action,
                Map.of("reason", reason),
                tx -> work.on(tx, actor.courtId(), wish.lineId(), reason, actor.personId(), clock.today()));
    }

    private Uni<Settled> act(
            Wish wish, String action, Map<String, String> facts, Function<SqlConnection, Uni<?>> work) {
        Actor actor = wish.actor();
        Map<String, Object> detail = new LinkedHashMap<>(facts);
        detail.put("line", wish.lineId().toString());
        var ticket =
                new Once.Ticket(actor.courtId(), actor.personId(), wish.key(), action + " " + wish.lineId(), facts);
        return database.inTransaction(tx -> once.run(tx, ticket, Settled.class, () -> work.apply(tx)
                .chain(() -> audit.write(tx, Audit.by(actor), List.of(new Entry(action, null, wish.lineId(), detail))))
                .replaceWith(new Settled(wish.lineId()))));
    }
}
