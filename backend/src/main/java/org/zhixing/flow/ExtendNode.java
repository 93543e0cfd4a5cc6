package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.clock.Corrections.Moved;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.Extension;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * More time for a closing node (§3.1 rule 6, 法发〔2006〕35号 art. 1): a handler asks at least five days before it is due,
 * the president in charge decides. Granted days are added to the period, and the date is counted anew.
 */
@ApplicationScoped
public class ExtendNode {
    private final Database database;
    private final CaseFile file;
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final MoveDates dates;
    private final TellOfDates tell;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    ExtendNode(
            Database database,
            CaseFile file,
            Nodes nodes,
            Suspensions suspensions,
            MoveDates dates,
            TellOfDates tell,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.file = file;
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.dates = dates;
        this.tell = tell;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** How many calendar days, and why. */
    public record Wish(int days, String reason) {}

    public Uni<UUID> ask(Actor actor, UUID nodeId, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "ask-extension " + nodeId, wish);
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> nodes.find(
                                tx, actor, nodeId)
                        .chain(seen -> file.lock(tx, actor, seen.caseId()))
                        .chain(open -> nodes.lock(tx, actor, nodeId).chain(node -> ask(tx, actor, open, node, wish)))))
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> ask(SqlConnection tx, Actor actor, CaseFile.Open open, Node node, Wish wish) {
        if (!open.subject().handledBy(actor.personId())) {
            throw Refusal.forbidden("not-handler", Extension.CLAUSE);
        }
        checkTime(node);
        return suspensions.extensionsOf(tx, actor.courtId(), node.caseId()).chain(present -> {
            if (present.stream()
                    .anyMatch(each -> each.nodeId().equals(node.id()) && each.status() == Extension.Status.ASKED)) {
                throw Refusal.conflict("extension-under-way", node.caseNumber()).under(Extension.CLAUSE);
            }
            Node extended = longer(open, node, wish.days());
            Extension asked = new Extension(
                    ids.next(),
                    actor.courtId(),
                    node.caseId(),
                    node.caseNumber(),
                    node.id(),
                    node.code(),
                    wish.days(),
                    wish.reason(),
                    Extension.Status.ASKED,
                    actor.personId(),
                    clock.today(),
                    Extension.lastDay(node.dueOn()),
                    node.dueOn(),
                    Pauses.known(extended.dueOn()),
                    null,
                    1);
            return suspensions
                    .insert(tx, asked)
                    .chain(() -> tell.asked(tx, actor, asked))
                    .replaceWith(new FileCase.Made(asked.id()));
        });
    }

    /** The node with so many days more; altogether they stay within what a period may have. */
    private Node longer(CaseFile.Open open, Node node, int days) {
        int all = node.extension() + days;
        if (all > Extension.MOST_ALTOGETHER) {
            throw Refusal.rule("extension-too-long", Extension.CLAUSE, Extension.MOST_ALTOGETHER);
        }
        return open.rulebook().extended(node, all, clock.today());
    }

    private void checkTime(Node node) {
        if (!node.open()) {
            throw Refusal.conflict("node-ended", node.caseNumber()).under(Extension.CLAUSE);
        }
        if (!Extension.suits(node)) {
            throw Refusal.rule("extension-not-closing", Extension.CLAUSE);
        }
        if (node.dueOn().equals(Due.NEVER)) {
            throw Refusal.rule("extension-no-due", Extension.CLAUSE);
        }
        if (!Extension.inTime(node, clock.today())) {
            throw Refusal.rule(
                    "extension-too-late",
                    Extension.CLAUSE,
                    Extension.lastDay(node.dueOn()),
                    node.dueOn(),
                    clock.today());
        }
    }

    public Uni<Void> approve(Actor actor, UUID id) {
        return decide(actor, id, (tx, open, asked) -> dates.of(tx, actor.courtId(), asked.caseId(), node -> {
                    if (!node.id().equals(asked.nodeId())) {
                        return node;
                    }
                    if (!node.open()) {
                        throw Refusal.conflict("node-ended", node.caseNumber()).under(Extension.CLAUSE);
                    }
                    return longer(open, node, asked.days());
                })
                .chain(done -> {
                    Moved moved = done.all().stream()
                            .filter(each -> each.after().id().equals(asked.nodeId()))
                            .findFirst()
                            .orElseThrow(() -> Refusal.conflict("node-ended", asked.caseNumber())
                                    .under(Extension.CLAUSE));
                    Extension approved = asked.decided(
                            Extension.Status.APPROVED,
                            new CaseSuspension.Act(actor.personId(), clock.today(), null),
                            Pauses.known(moved.before().dueOn()),
                            Pauses.known(moved.after().dueOn()));
                    return suspensions
                            .update(tx, approved)
                            .chain(() -> tell.decided(tx, actor, open, approved, done.entries()));
                }));
    }

    public Uni<Void> refuse(Actor actor, UUID id, String reason) {
        return decide(actor, id, (tx, open, asked) -> {
            Extension refused = asked.decided(
                    Extension.Status.REFUSED,
                    new CaseSuspension.Act(actor.personId(), clock.today(), reason),
                    asked.dueBefore(),
                    null);
            return suspensions.update(tx, refused).chain(() -> tell.decided(tx, actor, open, refused, List.of()));
        });
    }

    private interface Work {
        Uni<Void> on(SqlConnection tx, CaseFile.Open open, Extension asked);
    }

    /** The case is locked before the extension is read again: of two who decide at once the second finds it decided. */
    private Uni<Void> decide(Actor actor, UUID id, Work work) {
        return database.inTransaction(tx -> find(tx, actor, id)
                .chain(seen -> file.lock(tx, actor, seen.caseId()))
                .chain(open -> find(tx, actor, id).chain(asked -> {
                    if (asked.askedBy().equals(actor.personId())) {
                        throw Refusal.forbidden("own-request", Extension.CLAUSE);
                    }
                    // Who handles the case decides nothing of it in a leader's place.
                    if (actor.borrows(Role.PRESIDENT) && open.subject().handledBy(actor.personId())) {
                        throw Refusal.forbidden("stand-in-own-case", Extension.CLAUSE);
                    }
                    if (asked.status() != Extension.Status.ASKED) {
                        throw Refusal.conflict("extension-decided", asked.caseNumber())
                                .under(Extension.CLAUSE);
                    }
                    return work.on(tx, open, asked);
                })));
    }

    private Uni<Extension> find(SqlConnection tx, Actor actor, UUID id) {
        return suspensions.extension(tx, actor.courtId(), id).map(found -> found.orElseThrow(Refusal::notFound));
    }
}
