package org.zhixing.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtData;

/**
 * Every act on money between the bank's statement and the closed month, each about to be done. Each has a case and a sum of
 * its own, so that many may be under way at once and none is taken for another.
 */
final class KeyedActs {
    private static final Map<String, Object> REASON = Map.of("reason", "经核实");

    private final CourtData data;
    private final PreparedCourt court;

    KeyedActs(String url, CourtData data) {
        this.data = data;
        this.court = new PreparedCourt(url, data);
    }

    List<KeyedAct> all() {
        return List.of(
                claimed(),
                claimUndone(court.claimed(302, 2)),
                matchUndone(),
                payeeWritten(),
                payeeConfirmed(court.written(5)),
                applied(),
                approved(7, court.applied(7), court.judge(7), 1, "judge-approved"),
                approved(8, court.judged(8), "director", 2, "approved"),
                dropped(9, court.applied(9), court.judge(9), "refusal", "refused"),
                dropped(10, court.applied(10), court.executor(10), "withdrawal", "withdrawn"),
                charged(),
                linked(court.pay()),
                closed());
    }

    /** What is to be there once each of them is done once. */
    static final List<String> DONE = List.of(
            "BANK 4191.00 CASE 2641.00 FEE 45.00 PAYING 0.00 SUSPENSE 1505.00",
            "BANK_CHARGE 1 CLAIM 2 FEE 1 ORDER 1 PAID 1 RECEIPT 11 REVERSAL 2",
            "2022-09",
            "APPLIED 1 APPROVED 1 JUDGE_APPROVED 1 PAID 1 REFUSED 1 WITHDRAWN 1");

    List<String> done() {
        return data.query(
                "select string_agg(kind || ' ' || sum, ' ' order by kind) from (select kind, sum(balance) as sum"
                        + " from ledger_account where court_id = " + courtId() + " group by kind) a"
                        + " union all select string_agg(kind || ' ' || count, ' ' order by kind) from (select kind, count(*) from"
                        + " ledger_transaction group by kind) t"
                        + " union all select string_agg(to_char(month, 'YYYY-MM'), ' ') from ledger_month"
                        + " union all select string_agg(status || ' ' || count, ' ' order by status) from (select status, count(*)"
                        + " from disbursement group by status) d");
    }

    int courtId() {
        return (int) data.count("select id from court where code = '豫0505'");
    }

    private KeyedAct claimed() {
        return act(
                        "claim",
                        "funds",
                        "suspense/" + court.item(301) + "/claims",
                        Map.of("caseId", court.of(1), "reason", "经核实"))
                .answers(201)
                .of(1, "suspense.claimed", "money.received")
                .alone("suspense")
                .writes(
                        "ledger_entry new.amount = 301",
                        "receipt new.amount = 301",
                        "node new.code = 'DISBURSE' and new.case_id = '" + court.of(1) + "'",
                        "suspense_item new.amount = 301",
                        "suspense_claim new.case_id = '" + court.of(1) + "'");
    }

    private KeyedAct claimUndone(String claim) {
        return act("undo-claim", "funds", "suspense/" + court.item(302) + "/claims/" + claim + "/reversal", REASON)
                .of(2, "suspense.claim-undone", "money.taken-back")
                .alone("suspense")
                .writes(
                        "suspense_claim new.undone_on is not null",
                        "ledger_entry new.amount = 302",
                        "receipt new.amount = 302",
                        "node new.cancelled_on is not null and new.case_id = '" + court.of(2) + "'",
                        "suspense_item new.amount = 302");
    }

    private KeyedAct matchUndone() {
        return act("undo-match", "funds", "receipts/" + court.receipt(303) + "/reversal", REASON)
                .seen(1)
                .of(3, "receipt.match-undone", "money.taken-back")
                .alone("suspense", "bank")
                .writes(
                        "suspense_item new.amount = 303",
                        "ledger_entry new.amount = 303",
                        "receipt new.amount = 303",
                        "node new.cancelled_on is not null and new.case_id = '" + court.of(3) + "'",
                        "bank_line new.id = '" + court.line("I3") + "'");
    }

    private KeyedAct payeeWritten() {
        return act("payee", "funds", "cases/" + court.of(4) + "/payees", Coffers.account("APPLICANT", "王某"))
                .answers(201)
                .of(4, "payee.written", "payee.written")
                .writes("payee new.case_id = '" + court.of(4) + "'");
    }

    private KeyedAct payeeConfirmed(String payee) {
        return act("confirm", court.executor(5), "cases/" + court.of(5) + "/payees/" + payee + "/confirmation", null)
                .seen(1)
                .of(5, "payee.confirmed", null)
                .writes("payee new.case_id = '" + court.of(5) + "'");
    }

    private KeyedAct applied() {
        return act(
                        "apply",
                        court.executor(6),
                        "cases/" + court.of(6) + "/disbursements",
                        Coffers.wish(court.payeeOf(6), "106.00"))
                .answers(201)
                .of(6, "disbursement.applied", "disbursement.applied")
                .writes(
                        "payment_part new.amount = 106",
                        "receipt new.amount = 306",
                        "funds_number new.word = 'PAYMENT'",
                        "disbursement new.case_id = '" + court.of(6) + "'",
                        "payment new.case_id = '" + court.of(6) + "'");
    }

    private KeyedAct approved(int of, String disbursement, String by, int seen, String what) {
        return act("approve-" + what, by, "disbursements/" + disbursement + "/approval", null)
                .seen(seen)
                .of(of, "disbursement." + what, "disbursement." + what)
                .writes(
                        "disbursement_step new.disbursement_id = '" + disbursement + "'",
                        "disbursement new.case_id = '" + court.of(of) + "'");
    }

    private KeyedAct dropped(int of, String disbursement, String by, String path, String what) {
        return act(path, by, "disbursements/" + disbursement + "/" + path, REASON)
                .seen(1)
                .of(of, "disbursement." + what, "disbursement." + what)
                .writes(
                        "receipt new.case_id = '" + court.of(of) + "'",
                        "payment new.case_id = '" + court.of(of) + "'",
                        "disbursement_step new.disbursement_id = '" + disbursement + "'",
                        "disbursement new.case_id = '" + court.of(of) + "'");
    }

    private KeyedAct charged() {
        return act("charge", "funds", "bank-lines/" + court.line("O1") + "/charge", REASON)
                .ofLine("O1", "bank-line.charged")
                .alone("bank")
                .writes("ledger_entry new.amount = 5", "bank_line new.id = '" + court.line("O1") + "'");
    }

    private KeyedAct linked(String payment) {
        return act("link", "funds", "bank-lines/" + court.line("O2") + "/payment", Map.of("paymentId", payment))
                .ofLine("O2", "bank-line.linked")
                .alone("line")
                .writes("bank_line new.id = '" + court.line("O2") + "'");
    }

    /** It waits for whoever books or changes a line, and they for it. */
    private KeyedAct closed() {
        return act("close", "funds", "ledger/months/2022-09/closing", null)
                .recorded("action = 'month.closed'", null)
                .alone("suspense", "bank", "line")
                .writes("ledger_month true", "bank_carry true");
    }

    private Draft act(String key, String by, String path, @Nullable Map<String, Object> body) {
        return new Draft(key, by, path, body);
    }

    /** An act while it is written down. */
    private final class Draft {
        private final String key;
        private final String by;
        private final String path;
        private final @Nullable Map<String, Object> body;
        private @Nullable Integer version;
        private int status = 200;
        private String trail = "";
        private @Nullable String told;
        private Set<String> alone = Set.of();

        Draft(String key, String by, String path, @Nullable Map<String, Object> body) {
            this.key = key;
            this.by = by;
            this.path = path;
            this.body = body;
        }

        Draft seen(int seen) {
            version = seen;
            return this;
        }

        Draft answers(int answered) {
            status = answered;
            return this;
        }

        Draft of(int number, String action, @Nullable String topic) {
            String caseId = court.of(number);
            return recorded(
                    "action = '" + action + "' and case_id = '" + caseId + "'",
                    topic == null ? null : "topic = '" + topic + "' and payload ->> 'caseId' = '" + caseId + "'");
        }

        Draft ofLine(String serial, String action) {
            return recorded("action = '" + action + "' and subject_id = '" + court.line(serial) + "'", null);
        }

        Draft recorded(String inTheTrail, @Nullable String inTheOutbox) {
            trail = inTheTrail;
            told = inTheOutbox;
            return this;
        }

        Draft alone(String... held) {
            alone = Set.of(held);
            return this;
        }

        KeyedAct writes(String... rows) {
            return new KeyedAct(key, by, path, body, version, status, trail, told, alone, List.of(rows));
        }
    }
}
