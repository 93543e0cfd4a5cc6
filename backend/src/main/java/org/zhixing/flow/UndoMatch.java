package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.Months;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.Receipts;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.Suspense;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.LineMatch.Matched;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * A line that its virtual number or its remark sent to the wrong case becomes nobody's money. The bank's money has not
 * moved: on the bank's own day the booking is reversed and booked anew, for suspense.
 */
@ApplicationScoped
public class UndoMatch {
    /** Why the node of an undone match is cancelled. */
    static final String MATCH_UNDONE = "MATCH_UNDONE";

    private final Database database;
    private final CaseFile file;
    private final TakeBackReceipt back;
    private final Receipts receipts;
    private final Statements statements;
    private final Suspense suspense;
    private final Accounts accounts;
    private final Months months;
    private final Postings postings;
    private final TellOfMoney tell;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    UndoMatch(
            Database database,
            CaseFile file,
            TakeBackReceipt back,
            Receipts receipts,
            Statements statements,
            Suspense suspense,
            Accounts accounts,
            Months months,
            Postings postings,
            TellOfMoney tell,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.file = file;
        this.back = back;
        this.receipts = receipts;
        this.statements = statements;
        this.suspense = suspense;
        this.accounts = accounts;
        this.months = months;
        this.postings = postings;
        this.tell = tell;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** Why, and the version of the receipt that the person saw. */
    public record Wish(String reason, int version) {}

    /**
     * 404 out of sight, 409 where it is undone already, 412 where it changed meanwhile, 422 where it was a claim, where
     * the money is in use, or where its month is closed.
     */
    public Uni<Void> undo(Actor by, UUID receiptId, Wish wish, @Nullable String key) {
        // Not of the version: who taps again since no answer came sends the same, whatever version is shown by then.
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "undo-match " + receiptId, wish.reason());
        return database.inTransaction(
                        tx -> once.run(tx, ticket, UUID.class, () -> receipts.find(tx, by.courtId(), receiptId)
                                .chain(seen -> file.lock(tx, by, seen.caseId()))
                                .chain(open -> back.hold(tx, open.subject(), receiptId))
                                .chain(held -> statements
                                        .line(tx, by.courtId(), held.receipt().lineId())
                                        .chain(line -> undo(tx, by, held, line, wish)))
                                .replaceWith(receiptId)))
                .replaceWithVoid();
    }

    private Uni<Void> undo(SqlConnection tx, Actor by, TakeBackReceipt.Held held, BankLine line, Wish wish) {
        Receipt receipt = held.receipt();
        if (receipt.reversedBy() != null) {
            throw Refusal.conflict("match-undone").under(TakeBackReceipt.CLAUSE);
        }
        if (line.match().matched() == Matched.SUSPENSE) {
            throw Refusal.rule(
                    "receipt-claimed", TakeBackReceipt.CLAUSE, line.entry().serial());
        }
        TakeBackReceipt.free(receipt);
        if (receipt.version() != wish.version()) {
            throw Refusal.stale(receipt.version(), List.of("reserved", "paid", "status"));
        }
        return back.takeBack(tx, by, held, new TakeBackReceipt.Why(MATCH_UNDONE, wish.reason()), receipt.receivedOn())
                .chain(ofNode -> nobodys(tx, by, receipt, line)
                        // Asked once something is booked: from then on nobody closes a month before this ends.
                        .chain(() -> months.requireOpen(tx, by.courtId(), receipt.receivedOn()))
                        .chain(() -> outbox.put(
                                tx,
                                by.courtId(),
                                List.of(tell.takenBack(held.subject(), receipt.id(), receipt.amount(), wish.reason()))))
                        .chain(() -> {
                            List<Entry> entries = new ArrayList<>();
                            entries.add(entry(receipt, line, wish.reason()));
                            entries.addAll(ofNode);
                            return audit.write(tx, Audit.by(by), entries);
                        }));
    }

    private Uni<Integer> nobodys(SqlConnection tx, Actor by, Receipt receipt, BankLine line) {
        return accounts.ofCourt(tx, by.courtId()).chain(court -> {
            String remark = line.entry().remark();
            LedgerTransaction anew = new LedgerTransaction(
                    ids.next(),
                    by.courtId(),
                    TransactionKind.RECEIPT,
                    null,
                    clock.today(),
                    receipt.receivedOn(),
                    remark == null ? line.entry().serial() : remark,
                    line.id(),
                    null,
                    by.personId(),
                    LedgerTransaction.entries(court.bank(), court.suspense(), receipt.amount()));
            SuspenseItem item = new SuspenseItem(
                    ids.next(), by.courtId(), line.id(), receipt.receivedOn(), receipt.amount(), null, null, 1);
            return postings.post(tx, List.of(anew))
                    .chain(() -> statements.toSuspense(tx, line, anew.id()))
                    .chain(() -> suspense.insert(tx, List.of(item)));
        });
    }

    private static Entry entry(Receipt receipt, BankLine line, String reason) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("amount", TellOfMoney.text(receipt.amount()));
        detail.put("on", receipt.receivedOn().toString());
        detail.put("serial", line.entry().serial());
        detail.put("matched", line.match().matched().name());
        detail.put("reason", reason);
        return new Entry("receipt.match-undone", receipt.caseId(), receipt.id(), detail);
    }
}
