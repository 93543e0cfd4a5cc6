package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NoticeAudience;
import org.zhixing.clock.rules.NoticeTarget;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.supervise.Slips;
import org.zhixing.supervise.rules.Skipped;
import org.zhixing.supervise.rules.Slip;

/**
 * Node control urges (催办, clause 二(四)): one supervision slip on each of the nodes, numbered, told to whoever answers
 * for it and on the case's timeline, in one transaction. Nodes that ended or are under a slip already are passed over.
 */
@RegisterForReflection(
        targets = {UrgeNodes.Issued.class, Skipped.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class UrgeNodes {
    /** An answer day further ahead than this is a slip of the pen. */
    private static final int LONGEST_MONTHS = 12;

    private final Database database;
    private final Nodes nodes;
    private final Slips slips;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    UrgeNodes(Database database, Nodes nodes, Slips slips, Outbox outbox, Audit audit, Once once, CourtClock clock) {
        this.database = database;
        this.nodes = nodes;
        this.slips = slips;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What is demanded. {@code answerDue} is a court date, today at the earliest. */
    public record Request(Set<UUID> nodeIds, String reason, LocalDate answerDue) {
        public Request {
            nodeIds = new TreeSet<>(nodeIds);
        }
    }

    /** The slips that were issued, and the nodes that were passed over. */
    public record Issued(List<UUID> slips, List<Skipped> skipped) {}

    /** 404 where a node is out of sight, 400 for a day that is past, 409 where no slip came of it. */
    public Uni<Issued> urge(Actor actor, Request request, @Nullable String key) {
        answerDay(request.answerDue(), clock.today());
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "urge-nodes", request);
        return database.inTransaction(
                tx -> once.run(tx, ticket, Issued.class, () -> nodes.lockAll(tx, actor, request.nodeIds())
                        .chain(found -> issue(tx, actor, request, found))));
    }

    /** Refuses an answer day that nobody could keep. */
    static void answerDay(LocalDate due, LocalDate today) {
        LocalDate latest = today.plusMonths(LONGEST_MONTHS);
        if (due.isBefore(today) || due.isAfter(latest)) {
            throw Refusal.field("answerDue", due, "slip.answer-due", today, latest);
        }
    }

    private Uni<Issued> issue(SqlConnection tx, Actor actor, Request request, List<Node> found) {
        return slips.withOpenSlip(tx, List.copyOf(request.nodeIds())).chain(busy -> {
            List<Skipped> skipped = new ArrayList<>();
            List<Node> urged = new ArrayList<>();
            for (Node node : found) {
                if (!node.open()) {
                    skipped.add(skipped(node, Skipped.Why.ENDED));
                } else if (busy.contains(node.id())) {
                    skipped.add(skipped(node, Skipped.Why.OPEN_SLIP));
                } else {
                    urged.add(node);
                }
            }
            if (urged.isEmpty()) {
                throw Refusal.conflict("nothing-to-urge", skipped.size()).under(Slip.CLAUSE);
            }
            var demand = new Slips.Demand(actor, clock.today(), request.reason(), request.answerDue());
            return slips.issue(tx, demand, urged)
                    .call(issued -> tell(tx, actor, issued, urged))
                    .map(issued -> new Issued(issued.stream().map(Slip::id).toList(), skipped));
        });
    }

    private Uni<Void> tell(SqlConnection tx, Actor actor, List<Slip> issued, List<Node> urged) {
        Map<UUID, Node> about = urged.stream().collect(Collectors.toMap(Node::id, Function.identity()));
        List<SlipTold> told = issued.stream()
                .map(slip -> new SlipTold(
                        slip, Objects.requireNonNull(about.get(slip.nodeId())), "slip.issued", clock.today()))
                .toList();
        return outbox.put(
                        tx,
                        actor.courtId(),
                        told.stream()
                                .map(t -> t.event(
                                        t.slip().id().toString(),
                                        addressees(t.node()),
                                        t.slip().reason()))
                                .toList())
                .chain(() -> audit.write(
                        tx,
                        Audit.by(actor),
                        told.stream().map(t -> t.entry(t.slip().reason())).toList()));
    }

    /** Whoever answers for the node, as its overdue notices find them. */
    static NoticeAudience addressees(Node node) {
        return NoticeAudience.of(node, EnumSet.of(NoticeTarget.RESPONSIBLE));
    }

    private static Skipped skipped(Node node, Skipped.Why why) {
        return new Skipped(node.id(), node.caseNumber(), node.code(), why);
    }
}
