package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.StartEvent;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.referral.Referrals;
import org.zhixing.referral.rules.Referral;
import org.zhixing.referral.rules.ReferralAct;
import org.zhixing.referral.rules.ReferralPermits;
import org.zhixing.referral.rules.ReferralStatus;
import org.zhixing.signing.rules.OfCase;

/**
 * An executor refers a matter to the case's judge (报请, clause 一(五)), who decides with a reason. While it is open a node
 * of the case counts its days, so that it is on the board and noticed when it is late.
 */
@RegisterForReflection(
        targets = {ReferMatter.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ReferMatter {
    private final Database database;
    private final Cases cases;
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final Referrals referrals;
    private final ReferralTold told;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    ReferMatter(
            Database database,
            Cases cases,
            Nodes nodes,
            Suspensions suspensions,
            Referrals referrals,
            ReferralTold told,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.cases = cases;
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.referrals = referrals;
        this.told = told;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    public record Wish(String matter, String detail) {}

    /** 404 out of sight, 403 not the case's executor, 422 the case is closed or nobody could decide. */
    public Uni<UUID> ask(Actor actor, UUID caseId, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "referral.asked " + caseId, wish);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> ask(tx, actor, caseId, wish)))
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> ask(SqlConnection tx, Actor actor, UUID caseId, Wish wish) {
        return nodes.rulebookForDating(tx, actor.courtId())
                .chain(rulebook -> cases.lock(tx, actor, caseId).chain(of -> {
                    OfCase handlers = new OfCase(of.judgeId(), of.executorId(), of.team());
                    ReferralPermits.denyAsking(actor, handlers, of.open()).ifPresent(ReferMatter::refuse);
                    Referral asked = new Referral(
                            ids.next(),
                            actor.courtId(),
                            new Referral.Of(of.id(), of.row().number().text(), of.team(), of.open(), handlers),
                            wish.matter(),
                            wish.detail(),
                            ReferralStatus.OPEN,
                            actor.personId(),
                            clock.today(),
                            null,
                            null,
                            1);
                    return start(tx, rulebook, of, asked).map(asked::on).chain(counted -> referrals
                            .insert(tx, counted)
                            .chain(() -> told.asked(tx, actor, counted))
                            .replaceWith(new FileCase.Made(counted.id())));
                }));
    }

    /** Answers the node that counts its days; null where the court's table has no line for it. */
    private Uni<@Nullable UUID> start(SqlConnection tx, Nodes.Rulebook rulebook, EnforcementCase of, Referral asked) {
        var event = new Nodes.Happening(
                StartEvent.MATTER_REFERRED, FileCases.owner(of), FileCases.subject(of), asked.id(), asked.askedOn());
        return suspensions
                .ofCase(tx, of.courtId(), of.id())
                .map(paused -> nodes.openFor(rulebook, event, paused, clock.today()))
                .call(opened -> nodes.insert(tx, opened))
                .call(() -> nodes.refreshNextDue(tx, List.of(of.id())))
                .map(opened -> opened.stream().findFirst().map(Node::id).orElse(null));
    }

    /** 404 out of sight, 403 not the case's judge or the one who asked, 409 decided already. */
    public Uni<Void> decide(Actor actor, UUID id, ReferralStatus how, String reason) {
        ReferralAct act = how == ReferralStatus.APPROVED ? ReferralAct.APPROVE : ReferralAct.REFUSE;
        return end(actor, id, act, how, reason);
    }

    public Uni<Void> withdraw(Actor actor, UUID id, String reason) {
        return end(actor, id, ReferralAct.WITHDRAW, ReferralStatus.WITHDRAWN, reason);
    }

    /** The case is locked before the referral is read again: of two who act at once the second finds it ended. */
    private Uni<Void> end(Actor actor, UUID id, ReferralAct act, ReferralStatus how, String reason) {
        return database.inTransaction(tx -> referrals
                .find(tx, actor, id)
                .chain(seen -> cases.lock(tx, actor, seen.of().id()))
                .chain(() -> referrals.find(tx, actor, id))
                .chain(now -> {
                    ReferralPermits.deny(act, actor, now).ifPresent(ReferMatter::refuse);
                    var end = new Referral.End(actor.personId(), clock.today(), reason);
                    Referral ended = now.ended(how, end);
                    return referrals
                            .end(tx, ended, end)
                            .chain(() -> stop(tx, actor, ended, end))
                            .chain(() -> told.ended(tx, actor, ended, end));
                }));
    }

    /** A decision is what the node waits for; what is taken back was never owed. */
    private Uni<Integer> stop(SqlConnection tx, Actor actor, Referral ended, Referral.End end) {
        UUID caseId = ended.of().id();
        return nodes.lockOfCase(tx, ended.courtId(), caseId)
                .map(all -> all.stream()
                        .filter(node -> node.id().equals(ended.nodeId()) && node.open())
                        .map(node -> ended.status() == ReferralStatus.WITHDRAWN
                                ? node.cancelled(end.on(), end.reason())
                                : node.done(end.on(), actor.personId(), null))
                        .toList())
                .chain(changed -> nodes.update(tx, changed))
                .chain(() -> nodes.refreshNextDue(tx, List.of(caseId)));
    }

    private static void refuse(ReferralPermits.Denial denial) {
        throw switch (denial.kind()) {
            case PERSON -> Refusal.forbidden(denial.code(), ReferralPermits.CLAUSE);
            case DONE_ALREADY -> Refusal.conflict(denial.code()).under(ReferralPermits.CLAUSE);
            case RULE -> Refusal.rule(denial.code(), ReferralPermits.CLAUSE);
        };
    }
}
