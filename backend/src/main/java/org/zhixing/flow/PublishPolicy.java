package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.SeenCalendar;
import org.zhixing.dossier.Catalogues;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Refusal;
import org.zhixing.policy.Drafts;
import org.zhixing.policy.Policies;
import org.zhixing.policy.PolicyTexts;
import org.zhixing.policy.rules.Difference;
import org.zhixing.policy.rules.Draft;
import org.zhixing.policy.rules.PolicyKind;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.triage.Triage;

/**
 * Publishes the draft in hand as the court's next version. Cases and nodes that are there keep the version they were
 * opened under, fixed papers the one they were fixed under; a calendar is the one exception, for a due date is a fact of the days (§3.1 rule 7).
 */
@RegisterForReflection(
        targets = {PublishPolicy.Done.class, PublishPolicy.Wish.class, Difference.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class PublishPolicy {
    private static final List<Event.Circle> TOLD = Stream.of(
                    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.NODE_CONTROL, Roles.TRIAGE)
            .map(role -> new Event.Circle(role, null))
            .toList();

    private final Database database;
    private final EditPolicyDraft edit;
    private final Drafts drafts;
    private final Policies policies;
    private final PolicyTexts texts;
    private final Nodes nodes;
    private final Triage triage;
    private final Catalogues catalogues;
    private final SigningPolicies signing;
    private final PublishCalendar calendar;
    private final SeenCalendar seen;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    PublishPolicy(
            Database database,
            EditPolicyDraft edit,
            Drafts drafts,
            Policies policies,
            PolicyTexts texts,
            Nodes nodes,
            Triage triage,
            Catalogues catalogues,
            SigningPolicies signing,
            PublishCalendar calendar,
            SeenCalendar seen,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock) {
        this.database = database;
        this.edit = edit;
        this.drafts = drafts;
        this.policies = policies;
        this.texts = texts;
        this.nodes = nodes;
        this.triage = triage;
        this.catalogues = catalogues;
        this.signing = signing;
        this.calendar = calendar;
        this.seen = seen;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * From when, and why.
     *
     * @param effectiveFrom events on this court date or later go by it; not asked of a calendar
     */
    public record Wish(@Nullable LocalDate effectiveFrom, String reason) {}

    /**
     * What was published.
     *
     * @param version of the policy; of a calendar that of its draft
     * @param moved of a calendar the open nodes whose due date moved, else 0
     */
    public record Done(PolicyKind kind, int version, LocalDate effectiveFrom, int moved) {}

    public Uni<Done> publish(Actor actor, PolicyKind kind, int draftVersion, Wish wish, @Nullable String key) {
        int court = actor.courtId();
        var ticket =
                new Once.Ticket(court, actor.personId(), key, "publish " + kind + " " + draftVersion, List.of(wish));
        return database.inTransaction(
                        tx -> once.run(tx, ticket, Done.class, () -> edit.inHand(tx, court, kind, draftVersion)
                                .chain(draft -> policies.base(tx, court, kind, Optional.of(draft))
                                        .chain(base -> publish(tx, actor, kind, draft, base, wish)))))
                .call(done -> kind == PolicyKind.CALENDAR
                        ? seen.forget(court)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Done> publish(
            SqlConnection tx, Actor actor, PolicyKind kind, Draft draft, Policies.Base base, Wish wish) {
        List<Difference> changes = texts.differences(base.document(), draft.document());
        if (changes.isEmpty()) {
            throw Refusal.of(422, "policy-unchanged");
        }
        var ended = new Draft.Ended(Draft.Outcome.PUBLISHED, actor.personId(), clock.now(), wish.reason());
        return put(tx, actor, kind, draft, base, wish)
                .call(() -> drafts.end(tx, actor.courtId(), kind, draft.version(), ended))
                .call(done -> outbox.put(tx, actor.courtId(), List.of(event(actor, done, wish))))
                .call(done -> audit.write(tx, Audit.by(actor), List.of(entry(done, draft, changes, wish))));
    }

    private Uni<Done> put(SqlConnection tx, Actor actor, PolicyKind kind, Draft draft, Policies.Base base, Wish wish) {
        if (kind == PolicyKind.CALENDAR) {
            var year = texts.calendar(draft.document());
            return calendar.publish(tx, actor, year)
                    .map(done -> new Done(kind, draft.version(), LocalDate.of(year.year(), 1, 1), done.moved()));
        }
        LocalDate from = effective(wish.effectiveFrom(), base);
        int next = base.version() == null ? 1 : base.version() + 1;
        Publication version =
                new Publication(next, from, draft.document(), clock.now(), actor.personId(), wish.reason());
        Uni<Integer> saved =
                switch (kind) {
                    case NODES -> nodes.publish(tx, actor.courtId(), version);
                    case TRIAGE -> triage.publish(tx, actor.courtId(), version);
                    case DOSSIER -> catalogues.publish(tx, actor.courtId(), version);
                    case SIGNING -> signing.publish(tx, actor.courtId(), version);
                    case CALENDAR -> throw new IllegalArgumentException("A calendar has years, no versions");
                };
        return saved.replaceWith(new Done(kind, next, from, 0));
    }

    /** Nothing is changed for days gone by, and versions follow one another. */
    private LocalDate effective(@Nullable LocalDate from, Policies.Base base) {
        if (from == null) {
            throw Refusal.field("effectiveFrom", null, "field.required");
        }
        LocalDate today = clock.today();
        if (from.isBefore(today)) {
            throw Refusal.field("effectiveFrom", from, "policy.before-today", today);
        }
        LocalDate last = base.effectiveFrom();
        if (last != null && !from.isAfter(last)) {
            throw Refusal.field("effectiveFrom", from, "policy.not-later", last);
        }
        return from;
    }

    private Event event(Actor actor, Done done, Wish wish) {
        return new Event(
                topic(done.kind()),
                "policy.published:" + actor.courtId() + ":" + done.kind() + ":" + done.version(),
                List.of(),
                TOLD,
                Map.of(
                        "policy",
                        done.kind().name(),
                        "from",
                        done.effectiveFrom().toString(),
                        "reason",
                        wish.reason()),
                null,
                null,
                clock.today());
    }

    /** Each says what becomes of what is there already. */
    private static String topic(PolicyKind kind) {
        return switch (kind) {
            case DOSSIER -> "catalogue.published";
            case SIGNING -> "signing-policy.published";
            case NODES, TRIAGE, CALENDAR -> "policy.published";
        };
    }

    private static Entry entry(Done done, Draft draft, List<Difference> changes, Wish wish) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", done.kind());
        detail.put("version", done.version());
        detail.put("effectiveFrom", done.effectiveFrom());
        detail.put("draft", draft.version());
        detail.put("reason", wish.reason());
        detail.put("changes", changes);
        return new Entry("policy.published", null, null, detail);
    }
}
