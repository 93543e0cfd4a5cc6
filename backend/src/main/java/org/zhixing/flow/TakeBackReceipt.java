package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Corrections;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.Receipts;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Refusal;

/**
 * Money that was not the case's after all leaves its account: the booking is reversed, the receipt is withdrawn, and the
 * node that watched it is cancelled, with the notices that said it was late.
 */
@ApplicationScoped
class TakeBackReceipt {
    static final String CLAUSE = "二(二)";

    private final Nodes nodes;
    private final Receipts receipts;
    private final Postings postings;
    private final Corrections corrections;
    private final CourtClock clock;
    private final Ids ids;

    TakeBackReceipt(
            Nodes nodes, Receipts receipts, Postings postings, Corrections corrections, CourtClock clock, Ids ids) {
        this.nodes = nodes;
        this.receipts = receipts;
        this.postings = postings;
        this.corrections = corrections;
        this.clock = clock;
        this.ids = ids;
    }

    /** A receipt and its open node, locked in the order that everybody keeps. */
    record Held(EnforcementCase subject, Receipt receipt, List<Node> watching) {}

    /** The code that the node is cancelled with, and what the person said. */
    record Why(String code, String reason) {}

    Uni<Held> hold(SqlConnection tx, EnforcementCase subject, UUID receiptId) {
        return nodes.lockOfCase(tx, subject.courtId(), subject.id())
                .chain(all -> receipts.lock(tx, subject.courtId(), receiptId)
                        .map(receipt -> new Held(
                                subject,
                                receipt,
                                all.stream()
                                        .filter(node -> node.id().equals(receipt.nodeId()) && node.open())
                                        .toList())));
    }

    /** 422 where some of it is applied for, ordered or paid. */
    static void free(Receipt receipt) {
        if (!receipt.untouched()) {
            throw Refusal.rule(
                    "receipt-in-use", CLAUSE, TellOfMoney.text(receipt.reserved()), TellOfMoney.text(receipt.paid()));
        }
    }

    /** Answers what the audit trail says of the node, to be written last. */
    Uni<List<Entry>> takeBack(SqlConnection tx, Actor by, Held held, Why why, LocalDate valueOn) {
        List<Node> cancelled = held.watching().stream()
                .map(node -> node.cancelled(clock.today(), why.code()))
                .toList();
        return postings.find(tx, by.courtId(), held.receipt().transactionId()).chain(booked -> {
            LedgerTransaction reversal =
                    booked.reversal(ids.next(), clock.today(), valueOn, why.reason(), by.personId());
            return postings.post(tx, List.of(reversal))
                    .chain(() -> receipts.reverse(tx, held.receipt(), reversal.id()))
                    .chain(() -> nodes.update(tx, cancelled))
                    .chain(() -> nodes.refreshNextDue(tx, List.of(held.subject().id())))
                    .chain(() -> corrections.withdraw(tx, cancelled, clock.today()))
                    .map(withdrawn -> Stream.concat(
                                    cancelled.stream().map(node -> cancelled(node, why)), withdrawn.stream())
                            .toList());
        });
    }

    private static Entry cancelled(Node node, Why why) {
        return new Entry(
                "node.cancelled",
                node.caseId(),
                node.id(),
                Map.of("code", node.code().name(), "reason", why.code()));
    }
}
