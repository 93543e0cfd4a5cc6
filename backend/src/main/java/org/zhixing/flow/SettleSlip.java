package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.NoticeAudience;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.supervise.Slips;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.rules.SlipAnswer;
import org.zhixing.supervise.rules.SlipPermits;
import org.zhixing.supervise.rules.SlipStatus;

/** Node control confirms an answer, sends it back with a new day, or withdraws the slip. */
@ApplicationScoped
public class SettleSlip {
    private final Database database;
    private final Slips slips;
    private final Nodes nodes;
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    SettleSlip(Database database, Slips slips, Nodes nodes, Outbox outbox, Audit audit, CourtClock clock) {
        this.database = database;
        this.slips = slips;
        this.nodes = nodes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which slip, in the version the caller has seen. */
    public record Seen(UUID slipId, int version) {}

    /** 409 where there is no answer to confirm, 403 for one's own. */
    public Uni<Void> confirm(Actor actor, Seen seen) {
        return database.inTransaction(tx -> lock(tx, actor, seen, false).chain(slip -> {
            SlipAnswer answer = undecided(actor, slip);
            SlipAnswer decided = answer.decided(SlipAnswer.Decision.CONFIRMED, actor.personId(), clock.today(), null);
            return slips.decide(tx, slip.confirmed(), decided)
                    .chain(() -> tell(tx, actor, slip, "slip.confirmed", answer.answeredBy(), ""));
        }));
    }

    /** Sends the answer back; another one is due by the new day. */
    public Uni<Void> sendBack(Actor actor, Seen seen, String reason, LocalDate answerDue) {
        UrgeNodes.answerDay(answerDue, clock.today());
        return database.inTransaction(tx -> lock(tx, actor, seen, false).chain(slip -> {
            SlipAnswer answer = undecided(actor, slip);
            SlipAnswer decided = answer.decided(SlipAnswer.Decision.RETURNED, actor.personId(), clock.today(), reason);
            Slip after = slip.returned(answerDue);
            return slips.decide(tx, after, decided)
                    .chain(() -> tell(tx, actor, after, "slip.returned", answer.answeredBy(), reason));
        }));
    }

    /** Withdraws a slip that is not settled; nobody owes an answer to it any more. */
    public Uni<Void> withdraw(Actor actor, Seen seen, String reason) {
        return database.inTransaction(tx -> lock(tx, actor, seen, true)
                .chain(slip -> slips.update(tx, slip.withdrawn(actor.personId(), clock.today(), reason))
                        .chain(() -> tell(tx, actor, slip, "slip.withdrawn", null, reason))));
    }

    private Uni<Slip> lock(SqlConnection tx, Actor actor, Seen seen, boolean anyOpen) {
        return slips.lock(tx, actor, seen.slipId()).invoke(slip -> {
            boolean fits = anyOpen ? !slip.status().ended() : slip.status() == SlipStatus.ANSWERED;
            if (!fits) {
                throw Refusal.conflict(
                                anyOpen ? "slip-settled" : "slip-not-answered",
                                slip.number().text())
                        .under(Slip.CLAUSE);
            }
            if (slip.version() != seen.version()) {
                throw Refusal.stale(slip.version(), List.of("answers"));
            }
        });
    }

    private static SlipAnswer undecided(Actor actor, Slip slip) {
        SlipAnswer answer = Objects.requireNonNull(slip.lastAnswer());
        if (!SlipPermits.mayDecide(actor, answer)) {
            throw Refusal.forbidden("slip-own-answer", Slip.CLAUSE);
        }
        return answer;
    }

    /** Tells the addressees, and whoever answered though no longer among them. */
    private Uni<Void> tell(
            SqlConnection tx, Actor actor, Slip slip, String topic, @Nullable UUID answeredBy, String reason) {
        return nodes.byIds(tx, slip.courtId(), List.of(slip.nodeId())).chain(found -> {
            SlipTold told = new SlipTold(slip, Objects.requireNonNull(found.get(slip.nodeId())), topic, clock.today());
            NoticeAudience addressees = UrgeNodes.addressees(told.node());
            NoticeAudience all = new NoticeAudience(
                    Stream.concat(addressees.people().stream(), Stream.ofNullable(answeredBy))
                            .distinct()
                            .toList(),
                    addressees.circles());
            return outbox.put(
                            tx,
                            slip.courtId(),
                            List.of(told.event(slip.id() + ":" + slip.answers().size(), all, reason)))
                    .chain(() -> audit.write(tx, Audit.by(actor), List.of(told.entry(reason))));
        });
    }
}
