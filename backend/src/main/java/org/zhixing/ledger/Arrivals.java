package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeSubject;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.clock.rules.StartEvent;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Ids;

/**
 * Money that arrives for cases (clause 二(二)): each gets its transaction, its receipt, and the node that says by when it
 * must be paid out. Thousands of lines of a statement and one claim out of suspense go the same way: first planned, then
 * {@link Postings#post posted} by the caller with whatever else moves, then saved. The cases are locked.
 */
@ApplicationScoped
public class Arrivals {
    private final Accounts accounts;
    private final Receipts receipts;
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final CourtClock clock;
    private final Ids ids;

    Arrivals(Accounts accounts, Receipts receipts, Nodes nodes, Suspensions suspensions, CourtClock clock, Ids ids) {
        this.accounts = accounts;
        this.receipts = receipts;
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Money for a case with a line of the bank's statement. */
    public record Arrival(EnforcementCase subject, UUID lineId, LocalDate receivedOn, BigDecimal amount, String memo) {}

    /** Of which court, by which rulebook, from which account ({@code kind} says why), and who books. */
    public record Terms(
            int courtId,
            Nodes.Rulebook rulebook,
            UUID from,
            TransactionKind kind,
            @Nullable UUID by) {}

    /** What an arrival becomes. */
    public record Planned(
            Arrival arrival,
            LedgerTransaction transaction,
            Receipt receipt,
            @Nullable Node node) {

        /** When it must be paid out; null where nobody knows yet or no node watches it. */
        public @Nullable LocalDate due() {
            return node == null ? null : Pauses.known(node.dueOn());
        }
    }

    public Uni<List<Planned>> plan(SqlConnection tx, Terms terms, List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> cases =
                arrivals.stream().map(each -> each.subject().id()).distinct().toList();
        return accounts.ofCases(tx, terms.courtId(), cases)
                .chain(of -> suspensions.ofCases(tx, terms.courtId(), cases).map(paused -> {
                    Map<UUID, List<CaseSuspension>> byCase =
                            paused.stream().collect(Collectors.groupingBy(CaseSuspension::caseId));
                    return arrivals.stream()
                            .map(each -> planned(terms, each, of, byCase))
                            .toList();
                }));
    }

    private Planned planned(
            Terms terms, Arrival arrival, Map<UUID, UUID> accountOf, Map<UUID, List<CaseSuspension>> paused) {
        EnforcementCase subject = arrival.subject();
        UUID receiptId = ids.next();
        UUID account = Objects.requireNonNull(accountOf.get(subject.id()), () -> "No account of " + subject.id());
        LedgerTransaction transaction = new LedgerTransaction(
                ids.next(),
                terms.courtId(),
                terms.kind(),
                subject.id(),
                clock.today(),
                arrival.receivedOn(),
                arrival.memo(),
                arrival.lineId(),
                null,
                terms.by(),
                LedgerTransaction.entries(terms.from(), account, arrival.amount()));
        Nodes.Happening event = new Nodes.Happening(
                StartEvent.MONEY_RECEIVED, owner(subject), asked(subject), receiptId, arrival.receivedOn());
        Node node =
                nodes
                        .openFor(terms.rulebook(), event, paused.getOrDefault(subject.id(), List.of()), clock.today())
                        .stream()
                        .findFirst()
                        .orElse(null);
        Receipt receipt = new Receipt(
                receiptId,
                terms.courtId(),
                subject.id(),
                arrival.lineId(),
                transaction.id(),
                node == null ? null : node.id(),
                arrival.receivedOn(),
                arrival.amount(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                1);
        return new Planned(arrival, transaction, receipt, node);
    }

    /** Saves nodes and receipts, once their transactions and lines are there. */
    public Uni<Void> save(SqlConnection tx, List<Planned> all) {
        List<Node> opened = all.stream()
                .map(Planned::node)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        List<UUID> cases = sooner(all);
        // Sent at once over the one connection, and done in this order.
        return Uni.join()
                .all(
                        Uni.createFrom().deferred(() -> nodes.insert(tx, opened)),
                        Uni.createFrom()
                                .deferred(() -> receipts.insert(
                                        tx, all.stream().map(Planned::receipt).toList())),
                        Uni.createFrom()
                                .deferred(() ->
                                        cases.isEmpty() ? Uni.createFrom().item(0) : nodes.refreshNextDue(tx, cases)))
                .andFailFast()
                .replaceWithVoid();
    }

    /** The cases, locked, whose next date comes sooner: of most it does not, and their rows stay as they are. */
    private static List<UUID> sooner(List<Planned> all) {
        return all.stream()
                .filter(each -> {
                    LocalDate due = each.due();
                    LocalDate next = each.arrival().subject().nextDueOn();
                    return due != null && (next == null || due.isBefore(next));
                })
                .map(each -> each.receipt().caseId())
                .distinct()
                .toList();
    }

    /** What the audit trail says of them. */
    public static List<Entry> entries(List<Planned> all) {
        List<Entry> entries = new ArrayList<>();
        for (Planned each : all) {
            Receipt receipt = each.receipt();
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("amount", receipt.amount().setScale(2).toPlainString());
            detail.put("on", receipt.receivedOn().toString());
            LocalDate due = each.due();
            detail.put("due", due == null ? "—" : due.toString());
            entries.add(new Entry("receipt.booked", receipt.caseId(), receipt.id(), detail));
        }
        return entries;
    }

    private static Node.Owner owner(EnforcementCase c) {
        return new Node.Owner(c.courtId(), c.id(), c.row().number().text(), c.team(), c.judgeId(), c.executorId());
    }

    private static NodeSubject asked(EnforcementCase c) {
        return new NodeSubject(
                c.row().kind(), c.team(), c.row().auctionNeeded(), c.row().filedOn());
    }
}
