package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.Node;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.Receipts;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementPermits;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperStatus;
import org.zhixing.paper.rules.PaperText;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipState;
import org.zhixing.supervise.Slips;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.rules.SlipStatus;

/**
 * The paper of an act that is on record, filled with what was recorded: 案款发放审批表 of a disbursement, 督办单 of an
 * urging, 任务流转单 of a task slip, 案款收据 of a receipt. Asked for again it is the one that stands; an act has one such
 * paper, known by the act's number in it.
 */
@ApplicationScoped
public class PaperOfAct {
    private static final String APPROVAL = "DISBURSEMENT_APPROVAL";
    private static final String URGING = "SUPERVISION_SLIP";
    private static final String TASK = "TASK_SLIP";
    private static final String RECEIPT = "FUNDS_RECEIPT";
    private static final String NODES = "messages/nodes";
    private static final int LONGEST_LINE = 200;
    /** A case has fewer; the newest are looked at. */
    private static final int MOST_PAPERS = 1000;

    private final Database database;
    private final Cases cases;
    private final Papers papers;
    private final Disbursements disbursements;
    private final Receipts receipts;
    private final Statements statements;
    private final Slips slips;
    private final TaskSlips taskSlips;
    private final Nodes nodes;
    private final WritePaper writing;
    private final Messages messages;

    PaperOfAct(
            Database database,
            Cases cases,
            Papers papers,
            Disbursements disbursements,
            Receipts receipts,
            Statements statements,
            Slips slips,
            TaskSlips taskSlips,
            Nodes nodes,
            WritePaper writing,
            Messages messages) {
        this.database = database;
        this.cases = cases;
        this.papers = papers;
        this.disbursements = disbursements;
        this.receipts = receipts;
        this.statements = statements;
        this.slips = slips;
        this.taskSlips = taskSlips;
        this.nodes = nodes;
        this.writing = writing;
        this.messages = messages;
    }

    /** 404 out of sight, 403 not theirs to draft, 409 refused or taken back, 422 the case is closed. */
    public Uni<UUID> ofDisbursement(Actor actor, UUID id) {
        return database.inTransaction(tx -> disbursements.find(tx, actor, id).chain(d -> {
            if (d.status() == DisbursementStatus.REFUSED || d.status() == DisbursementStatus.WITHDRAWN) {
                throw Refusal.conflict(
                                "disbursement-not-awaiting",
                                d.number(),
                                new Messages.Term("disbursement." + d.status().name()))
                        .under(DisbursementPermits.OFFICES);
            }
            return one(tx, actor, d.ofCase().id(), APPROVAL, d.number(), approval(d));
        }));
    }

    /** The same of a slip; 409 where it was withdrawn. */
    public Uni<UUID> ofSlip(Actor actor, UUID id) {
        return database.inTransaction(tx -> slips.find(tx, actor, id).chain(slip -> {
            if (slip.status() == SlipStatus.WITHDRAWN) {
                throw Refusal.conflict("slip-settled", slip.number().text()).under(Slip.CLAUSE);
            }
            return nodes.byIds(tx, actor.courtId(), List.of(slip.nodeId()))
                    .chain(all -> one(
                            tx,
                            actor,
                            slip.caseId(),
                            URGING,
                            slip.number().text(),
                            urging(slip, Objects.requireNonNull(all.get(slip.nodeId())))));
        }));
    }

    /** The same of a task slip; 409 where it was cancelled. */
    public Uni<UUID> ofTaskSlip(Actor actor, UUID id) {
        return database.inTransaction(tx -> taskSlips.find(tx, actor, id).chain(slip -> {
            String number = slip.number().text();
            if (slip.course().state() == TaskSlipState.CANCELLED) {
                throw Refusal.conflict("task-slip-not-there", number)
                        .under(slip.kind().clause());
            }
            return one(tx, actor, slip.of().id(), TASK, number, task(slip));
        }));
    }

    /** The same of money that arrived for a case; 409 where it was taken back. */
    public Uni<UUID> ofReceipt(Actor actor, UUID id) {
        return database.inTransaction(
                tx -> receipts.find(tx, actor.courtId(), id).chain(receipt -> statements
                        .line(tx, actor.courtId(), receipt.lineId())
                        .chain(line -> {
                            if (receipt.reversedBy() != null) {
                                throw Refusal.conflict("reversed-already").under(TakeBackReceipt.CLAUSE);
                            }
                            return one(
                                    tx,
                                    actor,
                                    receipt.caseId(),
                                    RECEIPT,
                                    serial(line.entry()),
                                    received(receipt, line.entry()));
                        })));
    }

    /** With the case locked: of two who ask at once the second finds what the first has drafted. */
    private Uni<UUID> one(
            SqlConnection tx, Actor actor, UUID caseId, String kind, String number, Map<String, String> fields) {
        return cases.lock(tx, actor, caseId).chain(of -> papers.ofCase(tx, actor.courtId(), caseId, null, MOST_PAPERS)
                .map(all -> all.stream()
                        .filter(paper -> paper.kind().equals(kind) && !paper.is(PaperStatus.VOID))
                        .filter(paper -> names(paper, number))
                        .findFirst())
                .chain(found -> found.map(paper -> Uni.createFrom().item(paper))
                        .orElseGet(() -> writing.draft(tx, actor, of, new WritePaper.Wish(kind, null, fields))))
                .map(Paper::id));
    }

    private static boolean names(Paper paper, String number) {
        return paper.content().fields().values().stream().anyMatch(value -> value.contains("（" + number + "）"));
    }

    private static Map<String, String> approval(Disbursement d) {
        return Map.of(
                "PAYEE",
                payees(d.payments()),
                "AMOUNT",
                d.amount().toPlainString(),
                "PURPOSE",
                "发放案款（" + d.number() + "）",
                "REASON",
                d.reason());
    }

    /** Fields that nothing is known of stay open, to be filled in by hand. */
    private static Map<String, String> task(TaskSlip slip) {
        SlipTask task = slip.task();
        Map<String, String> fields = new HashMap<>();
        String what =
                slip.kind().nameZh() + "：" + task.target() + "（" + slip.number().text() + "）";
        fields.put("MATTER", task.instructions() == null ? what : what + "\n" + task.instructions());
        if (task.place() != null) {
            fields.put("PLACE", task.place());
        }
        if (slip.clock() != null) {
            fields.put("ANSWER_BY", slip.clock().dueOn().toString());
        }
        return fields;
    }

    private static Map<String, String> received(Receipt receipt, BankEntry entry) {
        Map<String, String> fields = new HashMap<>();
        if (entry.party() != null) {
            fields.put("PAYER", entry.party());
        }
        fields.put("AMOUNT", receipt.amount().toPlainString());
        fields.put("PURPOSE", "执行案款，" + PaperText.date(receipt.receivedOn()) + "到账（" + serial(entry) + "）");
        return fields;
    }

    private static String serial(BankEntry entry) {
        return "银行流水号" + entry.serial();
    }

    /** Each with what it gets, where there are several and the line holds them. */
    private static String payees(List<Payment> all) {
        if (all.size() == 1) {
            return all.get(0).payee().name();
        }
        String whole = joined(all, each -> each.payee().name() + " " + PaperText.money(each.amount()));
        return whole.length() <= LONGEST_LINE ? whole : all.get(0).payee().name() + "等" + all.size() + "人（明细见发放申请）";
    }

    private static String joined(List<Payment> all, Function<Payment, String> word) {
        return all.stream().map(word).collect(Collectors.joining("、"));
    }

    private Map<String, String> urging(Slip slip, Node node) {
        String name = messages.text(NODES, node.code().name(), Locale.SIMPLIFIED_CHINESE);
        String due = node.dueOn().equals(Due.NEVER) ? "" : "应于" + PaperText.date(node.dueOn()) + "前";
        return Map.of(
                "MATTER",
                "“" + name + "”" + due + "办结，现予督办（" + slip.number().text() + "）。" + slip.reason(),
                "ANSWER_BY",
                slip.answerDue().toString());
    }
}
