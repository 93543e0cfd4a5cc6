package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodePolicies;
import org.zhixing.clock.rules.NodePolicy;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.clock.rules.NodeSubject;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.clock.rules.PlannedNode;
import org.zhixing.clock.rules.StartEvent;
import org.zhixing.clock.rules.Suspension;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.clock.store.NodeRows;
import org.zhixing.clock.store.NodeSql;
import org.zhixing.clock.store.PolicyRows;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Sql;
import org.zhixing.platform.Versioned;

/** The clock room as other rooms see it: the court's rulebook, and the nodes it opens. */
@ApplicationScoped
public class Nodes {
    private final PolicyRows policies;
    private final NodeRows rows;
    private final Ids ids;

    Nodes(PolicyRows policies, NodeRows rows, Ids ids) {
        this.policies = policies;
        this.rows = rows;
        this.ids = ids;
    }

    /** All versions of the court's node table, and its calendar. */
    public record Rulebook(List<Versioned<NodePolicyDocument>> versions, CourtCalendar calendar) {
        /** The version in force on the day of a start event (a court date). */
        public Versioned<NodePolicyDocument> inForce(LocalDate startOn) {
            return Versioned.inForce(versions, startOn);
        }

        /** The version under which a node was opened. */
        public NodePolicyDocument version(int version) {
            return versions.stream()
                    .filter(v -> v.version() == version)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No node policy of version " + version))
                    .document();
        }

        /** The node counted anew from another start, under its own policy version; its pauses stay. */
        public Node redated(Node node, LocalDate start, LocalDate today) {
            return counted(node, new Node.Inputs(start, node.pauses(), node.extension()), today);
        }

        /** The node with the pauses that these suspensions give it; the same where they are those it has. */
        public Node paused(Node node, List<CaseSuspension> suspensions, LocalDate today) {
            List<Suspension> pauses = line(node)
                    .map(policy -> Pauses.of(policy, node, suspensions))
                    .orElse(List.of());
            return pauses.equals(node.pauses())
                    ? node
                    : counted(node, new Node.Inputs(node.startOn(), pauses, node.extension()), today);
        }

        /** Whether the node's own policy lets that reason stop its clock. */
        public boolean concerns(SuspensionReason reason, Node node) {
            return line(node).filter(policy -> policy.suspendedBy(reason)).isPresent();
        }

        /** The node with so many more days granted, altogether. */
        public Node extended(Node node, int days, LocalDate today) {
            return counted(node, new Node.Inputs(node.startOn(), node.pauses(), days), today);
        }

        private Node counted(Node node, Node.Inputs by, LocalDate today) {
            BigDecimal share = line(node).orElseThrow().dueSoonShare();
            return node.counted(by, share, today, calendar);
        }

        /** The line of the node table under which it was opened. */
        private Optional<NodePolicy> line(Node node) {
            return versions.stream()
                    .filter(v -> v.version() == node.policyVersion())
                    .flatMap(v -> v.document().policy(node.code()).stream())
                    .findFirst();
        }

        /** What filing a case opens, by the version in force when it was filed. */
        public List<PlannedNode> plan(NodeSubject subject) {
            return NodePolicies.open(inForce(subject.filedOn()).document(), subject, calendar);
        }

        /** The open node counted anew by this calendar, under the version it was opened with; the same if nothing moves. */
        public Node recounted(Node node, LocalDate today) {
            return line(node)
                    .map(policy -> node.recounted(policy.dueSoonShare(), today, calendar))
                    .orElse(node);
        }
    }

    public Uni<Rulebook> rulebook(SqlClient client, int courtId) {
        return policies.versions(client, courtId).chain(versions -> policies.calendar(client, courtId)
                .map(calendar -> new Rulebook(versions, calendar)));
    }

    /** The rulebook for dating nodes: its calendar stays as it is until the transaction ends. */
    public Uni<Rulebook> rulebookForDating(SqlConnection tx, int courtId) {
        return policies.shareCalendar(tx, courtId).chain(() -> rulebook(tx, courtId));
    }

    public Uni<List<CalendarYear>> years(SqlClient client, int courtId) {
        return policies.years(client, courtId);
    }

    public Uni<CourtCalendar> calendar(SqlClient client, int courtId) {
        return policies.calendar(client, courtId);
    }

    /** The nodes that a case with this owner and subject opens today. */
    public List<Node> opened(Rulebook rulebook, Node.Owner owner, NodeSubject subject, LocalDate today) {
        return opened(rulebook, owner, subject, rulebook.plan(subject), today);
    }

    /** Of the planned nodes, each opened today. */
    public List<Node> opened(
            Rulebook rulebook, Node.Owner owner, NodeSubject subject, List<PlannedNode> plans, LocalDate today) {
        int version = rulebook.inForce(subject.filedOn()).version();
        return plans.stream()
                .map(plan -> Node.open(ids.next(), owner, plan, version, today, rulebook.calendar()))
                .toList();
    }

    /**
     * The nodes that something happening to a case opens today, such as money received: about that subject, by the policy
     * in force on the day it happened, and standing still where the case is suspended for a reason that concerns them.
     */
    public List<Node> openFor(Rulebook rulebook, Happening event, List<CaseSuspension> suspensions, LocalDate today) {
        Versioned<NodePolicyDocument> inForce = rulebook.inForce(event.on());
        return NodePolicies.applying(inForce.document(), event.event(), event.subject()).stream()
                .map(policy -> NodePolicies.plan(policy, event.on(), event.subjectId(), rulebook.calendar()))
                .map(plan -> Node.open(ids.next(), event.owner(), plan, inForce.version(), today, rulebook.calendar()))
                .map(node -> rulebook.paused(node, suspensions, today))
                .toList();
    }

    /**
     * Something that starts a clock in a case.
     *
     * @param subject the case as the node table asks for it
     * @param subjectId what it is about, e.g. the receipt
     * @param on the court date on which it happened
     */
    public record Happening(StartEvent event, Node.Owner owner, NodeSubject subject, UUID subjectId, LocalDate on) {}

    /** Adds the condition that the node {@code n} of another room's statement is in that state on that day. */
    public static void inState(Sql sql, NodeState state, LocalDate today) {
        NodeSql.is(sql, state, today);
    }

    public Uni<Integer> insert(SqlConnection tx, List<Node> nodes) {
        return rows.insert(tx, nodes);
    }

    public Uni<Integer> update(SqlConnection tx, List<Node> nodes) {
        return rows.update(tx, nodes);
    }

    public Uni<List<Node>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return rows.ofCase(client, courtId, caseId);
    }

    /** The nodes of the case that were not cancelled, locked. */
    public Uni<List<Node>> lockOfCase(SqlConnection tx, int courtId, UUID caseId) {
        return rows.lockOfCase(tx, courtId, caseId);
    }

    public Uni<List<Node>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return caseIds.isEmpty() ? Uni.createFrom().item(List.of()) : rows.ofCases(client, courtId, caseIds);
    }

    public Uni<Integer> refreshNextDue(SqlConnection tx, List<UUID> caseIds) {
        return rows.refreshNextDue(tx, caseIds);
    }

    /** The node within the actor's sight; 404 otherwise. */
    public Uni<Node> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor.courtId(), id)
                .map(found -> found.filter(n -> sees(actor, n)).orElseThrow(Refusal::notFound));
    }

    /** The node within the actor's sight, locked; 404 otherwise. */
    public Uni<Node> lock(SqlConnection tx, Actor actor, UUID id) {
        return rows.lock(tx, actor.courtId(), id)
                .map(found -> found.filter(n -> sees(actor, n)).orElseThrow(Refusal::notFound));
    }

    /** The nodes within the actor's sight, locked in the order of their ids; 404 if one of them is not. */
    public Uni<List<Node>> lockAll(SqlConnection tx, Actor actor, Set<UUID> wanted) {
        return rows.lockAll(tx, actor.courtId(), List.copyOf(wanted)).map(found -> {
            if (found.size() != wanted.size() || !found.stream().allMatch(n -> sees(actor, n))) {
                throw Refusal.notFound();
            }
            return found;
        });
    }

    /** The court's nodes by id, locked in that order. */
    public Uni<List<Node>> lockAll(SqlConnection tx, int courtId, List<UUID> wanted) {
        return wanted.isEmpty() ? Uni.createFrom().item(List.of()) : rows.lockAll(tx, courtId, wanted);
    }

    /** The court's nodes by id. */
    public Uni<Map<UUID, Node>> byIds(SqlClient client, int courtId, List<UUID> wanted) {
        return rows.byIds(client, courtId, wanted)
                .map(all -> all.stream().collect(Collectors.toMap(Node::id, Function.identity())));
    }

    /** The node within the actor's sight that the file proves done; 404 otherwise. */
    public Uni<Node> provenBy(SqlClient client, Actor actor, UUID file) {
        return rows.provenBy(client, actor.courtId(), file)
                .map(found -> found.filter(n -> sees(actor, n)).orElseThrow(Refusal::notFound));
    }

    /** A team meets the nodes of its cases, and those of other teams' cases for which it answers. */
    private static boolean sees(Actor actor, Node node) {
        Visibility seen = Visibility.ofNodes(actor);
        return seen.covers(node.caseTeam()) || (node.responsibleTeam() != null && seen.covers(node.responsibleTeam()));
    }

    /** Saves a calendar year; nobody dates a node by the old one meanwhile. */
    public Uni<Integer> saveYear(SqlConnection tx, Actor by, CalendarYear year) {
        return policies.ownCalendar(tx, by.courtId())
                .chain(() -> policies.saveYear(tx, by.courtId(), year, by.personId()));
    }

    /** Cases, in the order of their ids, with open nodes in whose dates that year may have a say. */
    public Uni<List<UUID>> casesTouching(SqlConnection tx, int courtId, int year, UUID after, int limit) {
        return rows.casesTouching(tx, courtId, year, after, limit);
    }

    /** The open nodes of these cases, locked. */
    public Uni<List<Node>> lockOpen(SqlConnection tx, int courtId, List<UUID> caseIds) {
        return rows.lockOpen(tx, courtId, caseIds);
    }

    /** Every version with who published it and why, the oldest first. */
    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return policies.published(client, courtId);
    }

    /** Puts a new version beside the others; none of them ever changes. */
    public Uni<Integer> publish(SqlConnection tx, int courtId, Publication version) {
        return policies.insert(tx, courtId, version);
    }

    /** Gives this table and these calendar years to every court that has none. */
    public Uni<Integer> adopt(
            SqlConnection tx, LocalDate effectiveFrom, NodePolicyDocument document, List<CalendarYear> years) {
        return policies.adopt(tx, effectiveFrom, document).chain(() -> policies.adoptYears(tx, years));
    }
}
