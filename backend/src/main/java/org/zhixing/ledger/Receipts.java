package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhixing.audit.Entry;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.ledger.store.ReceiptRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;

/**
 * The receipts of cases (clause 二(二)): what arrived, what applications have reserved of it, and what was paid. Callers
 * hold the case's lock ({@code CaseFile.lock}); nodes are taken before receipts. Audit entries are handed back, since
 * audit is written last.
 */
@ApplicationScoped
public class Receipts {
    private static final String CLAUSE = "二(二)、法发〔2017〕6号";

    private final ReceiptRows rows;
    private final Nodes nodes;
    private final CourtClock clock;

    Receipts(ReceiptRows rows, Nodes nodes, CourtClock clock) {
        this.rows = rows;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Saves receipts whose nodes, transactions and bank lines are there. */
    public Uni<Integer> insert(SqlConnection tx, List<Receipt> receipts) {
        return receipts.isEmpty() ? Uni.createFrom().item(0) : rows.insert(tx, receipts);
    }

    /** The receipts of the case that stand, the oldest first. */
    public Uni<List<Receipt>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return rows.ofCase(client, courtId, caseId);
    }

    /** The same, locked. */
    public Uni<List<Receipt>> lockOfCase(SqlConnection tx, int courtId, UUID caseId) {
        return rows.lockOfCase(tx, courtId, caseId);
    }

    /** The receipt; 404 where the court has none of that id. */
    public Uni<Receipt> find(SqlClient client, int courtId, UUID id) {
        return rows.find(client, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The receipt, locked; 404 where the court has none of that id. */
    public Uni<Receipt> lock(SqlConnection tx, int courtId, UUID id) {
        return rows.lock(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** Reserves the amount of the case's receipts, oldest first; 422 {@code receipts-short} where they do not suffice. */
    public Uni<List<Receipt.Part>> reserve(SqlConnection tx, int courtId, UUID caseId, BigDecimal amount) {
        return rows.lockOfCase(tx, courtId, caseId).chain(present -> {
            List<Receipt.Part> parts = Receipt.take(present, amount)
                    .orElseThrow(() -> Refusal.rule(
                            "receipts-short",
                            CLAUSE,
                            amount.setScale(2).toPlainString(),
                            free(present).setScale(2).toPlainString()));
            return rows.reserve(tx, courtId, parts).replaceWith(parts);
        });
    }

    private static BigDecimal free(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::free).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Parts that were reserved are free again: refused, withdrawn, or the bank could not pay. */
    public Uni<List<Receipt>> release(SqlConnection tx, int courtId, List<Receipt.Part> parts) {
        return parts.isEmpty() ? Uni.createFrom().item(List.of()) : rows.release(tx, courtId, parts);
    }

    /**
     * Parts that were reserved are paid, on the bank's day. A receipt that is now paid out in full is done that day; the
     * answer is what the audit trail says of it.
     */
    public Uni<List<Entry>> paid(SqlConnection tx, int courtId, List<Receipt.Part> parts, LocalDate on, UUID by) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = parts.stream().map(Receipt.Part::receiptId).distinct().toList();
        return rows.nodesOf(tx, courtId, ids)
                .chain(watching -> nodes.lockAll(tx, courtId, watching))
                .chain(watching -> rows.pay(tx, courtId, parts).chain(after -> {
                    List<UUID> out = after.stream()
                            .filter(Receipt::paidOut)
                            .flatMap(receipt -> Stream.ofNullable(receipt.nodeId()))
                            .toList();
                    List<Node> done = watching.stream()
                            .filter(node -> node.open() && out.contains(node.id()))
                            .map(node -> node.done(on, by, null))
                            .toList();
                    return nodes.update(tx, done)
                            .chain(() -> nodes.refreshNextDue(tx, cases(done)))
                            .replaceWith(done.stream().map(this::done).toList());
                }));
    }

    /** Takes a receipt back of which nothing was ever applied for; the caller has seen to that with its lock. */
    public Uni<Void> reverse(SqlConnection tx, Receipt receipt, UUID reversal) {
        return rows.reverse(tx, receipt.courtId(), receipt.id(), reversal)
                .invoke(reversed -> {
                    if (reversed != 1) {
                        throw new IllegalStateException("In use: " + receipt.id());
                    }
                })
                .replaceWithVoid();
    }

    private Entry done(Node node) {
        return new Entry(
                "node.done",
                node.caseId(),
                node.id(),
                Map.of(
                        "code",
                        node.code().name(),
                        "state",
                        node.state(clock.today()).name()));
    }

    private static List<UUID> cases(List<Node> nodes) {
        return nodes.stream().map(Node::caseId).distinct().toList();
    }
}
