package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.FundsPolicies;
import org.zhixing.ledger.rules.FundsPolicy;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.Changes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;

/** Publishes who signs what sum, from a day on; applications before it keep the figure that they were made under. */
@RegisterForReflection(
        targets = {PublishFundsPolicy.Wish.class, PublishFundsPolicy.Done.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class PublishFundsPolicy {
    private static final List<Event.Circle> TOLD = Stream.of(Roles.PRESIDENT, Roles.DIRECTOR, Roles.FUNDS)
            .map(role -> new Event.Circle(role, null))
            .toList();

    private final Database database;
    private final FundsPolicies policies;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    PublishFundsPolicy(
            Database database, FundsPolicies policies, Outbox outbox, Audit audit, Once once, CourtClock clock) {
        this.database = database;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Above which sum the president signs, by which clause, from when, and why it changes. */
    public record Wish(BigDecimal presidentAbove, String clause, LocalDate effectiveFrom, String reason) {}

    /** The version it became. */
    public record Done(int version) {}

    public Uni<Integer> publish(Actor actor, Wish wish, @Nullable String key) {
        int court = actor.courtId();
        var ticket = new Once.Ticket(court, actor.personId(), key, "publish-funds-policy", wish);
        var wanted = new FundsPolicies.Published(
                0,
                wish.effectiveFrom(),
                new FundsPolicy(wish.presidentAbove(), wish.clause()),
                clock.now(),
                actor.personId(),
                wish.reason());
        return database.inTransaction(
                        tx -> once.run(tx, ticket, Done.class, () -> policies.publish(tx, court, wanted, clock.today())
                                .call(version -> outbox.put(tx, court, List.of(event(court, version, wish))))
                                .call(version -> policies.published(tx, court)
                                        .map(all -> all.get(1))
                                        .chain(before -> audit.write(
                                                tx, Audit.by(actor), List.of(entry(version, wish, before)))))
                                .map(Done::new)))
                .map(Done::version);
    }

    private Event event(int court, int version, Wish wish) {
        return new Event(
                "funds-policy.published",
                "funds-policy.published:" + court + ":" + version,
                List.of(),
                TOLD,
                Map.of(
                        "amount",
                        wish.presidentAbove().toPlainString(),
                        "from",
                        wish.effectiveFrom().toString(),
                        "reason",
                        wish.reason()),
                null,
                null,
                clock.today());
    }

    /** @param before the version whose place it takes */
    private static Entry entry(int version, Wish wish, FundsPolicies.Published before) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("version", version);
        detail.put("effectiveFrom", wish.effectiveFrom());
        detail.put("amount", wish.presidentAbove().toPlainString());
        detail.put("reason", wish.reason());
        detail.put(
                Changes.KEY,
                new Changes()
                        .field("presidentAbove", before.policy().presidentAbove(), wish.presidentAbove())
                        .field("clause", before.policy().clause(), wish.clause())
                        .field("effectiveFrom", before.effectiveFrom(), wish.effectiveFrom())
                        .byField());
        return new Entry("funds-policy.published", null, null, detail);
    }
}
