package org.zhixing.notice.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people are told of; the sentence of each takes its parameters in this order. */
public enum Topic {
    /** {@code node} is a node's code, {@code due} a court date, {@code days} are calendar days late. */
    NODE_OVERDUE("node.overdue", "number", "node", "days", "clause", "due", "day"),
    /** {@code due} is absent where nobody knows it. */
    NODE_CLEARED("node.cleared", "number", "node", "due"),
    /** Its evidence was removed; {@code due} is the date it had. */
    NODE_REOPENED("node.reopened", "number", "node", "due", "reason"),
    NODE_VOID("node.void", "number", "node"),
    /** {@code suspension} is the statutory reason's code. */
    SUSPENSION_ASKED("suspension.asked", "number", "suspension", "from", "resume", "reason"),
    SUSPENSION_APPROVED("suspension.approved", "number", "suspension", "from", "resume", "reason"),
    SUSPENSION_REFUSED("suspension.refused", "number", "suspension", "from", "resume", "reason"),
    SUSPENSION_ENDED("suspension.ended", "number", "suspension", "from", "resume", "reason"),
    SUSPENSION_CANCELLED("suspension.cancelled", "number", "suspension", "from", "resume", "reason"),
    /** {@code closing} is a node's code, {@code days} are those asked for. */
    EXTENSION_ASKED("extension.asked", "number", "closing", "days", "due", "reason"),
    EXTENSION_APPROVED("extension.approved", "number", "closing", "days", "due", "reason"),
    EXTENSION_REFUSED("extension.refused", "number", "closing", "days", "due", "reason"),
    CASE_ASSIGNED("case.assigned", "number", "team"),
    CASES_ASSIGNED("cases.assigned", "count"),
    CASES_REASSIGNED("cases.reassigned", "count", "by", "reason"),
    TRANSFER_ASKED("transfer.asked", "number", "reason"),
    TRANSFER_APPROVED("transfer.approved", "number", "reason"),
    TRANSFER_REFUSED("transfer.refused", "number", "reason"),
    TRANSFER_CARRIED_OUT("transfer.carried-out", "number", "reason"),
    /**
     * {@code due} is the court date by which an answer is owed, {@code slip} its number. A {@code node} is the reader's to
     * work on, and what to do is said; what is {@code about} a node is not.
     */
    SLIP_ISSUED("slip.issued", "number", "node", "slip", "due", "reason"),
    SLIP_ANSWERED("slip.answered", "number", "about", "slip", "due", "reason"),
    SLIP_CONFIRMED("slip.confirmed", "number", "about", "slip", "due", "reason"),
    SLIP_RETURNED("slip.returned", "number", "node", "slip", "due", "reason"),
    SLIP_WITHDRAWN("slip.withdrawn", "number", "about", "slip", "due", "reason"),
    /** {@code days} are calendar days the answer is late. */
    SLIP_UNANSWERED("slip.unanswered", "number", "node", "slip", "due", "days", "day"),
    /** {@code paper} is the task slip's number, {@code reason} what is asked, found or said of it. */
    TASK_SLIP_ASK("task-slip.ask", "number", "paper", "reason"),
    TASK_SLIP_SIGN("task-slip.sign", "number", "paper", "reason"),
    TASK_SLIP_RECEIVE("task-slip.receive", "number", "paper", "reason"),
    TASK_SLIP_ASSIGN("task-slip.assign", "number", "paper", "reason"),
    TASK_SLIP_HAND_IN("task-slip.hand-in", "number", "paper", "reason"),
    TASK_SLIP_ACCEPT("task-slip.accept", "number", "paper", "reason"),
    TASK_SLIP_RETURN("task-slip.return", "number", "paper", "reason"),
    TASK_SLIP_CANCEL("task-slip.cancel", "number", "paper", "reason"),
    /** {@code paper} is the court paper's name and number, {@code reason} whom it was served on. */
    PAPER_TO_SIGN("paper.to-sign", "number", "paper", "reason"),
    /** {@code count} papers that came with cases given to new handlers. */
    PAPERS_TO_SIGN("papers.to-sign", "count", "by", "reason"),
    PAPER_SIGNED("paper.signed", "number", "paper", "reason"),
    PAPER_SERVED("paper.served", "number", "paper", "reason"),
    /** {@code reason} is why whoever was to sign it sent it back. */
    PAPER_RETURNED("paper.returned", "number", "paper", "reason"),
    /** {@code matter} is what the executor referred to the judge, in a few words. */
    REFERRAL_ASKED("referral.asked", "number", "matter", "reason"),
    REFERRAL_APPROVED("referral.approved", "number", "matter", "reason"),
    REFERRAL_REFUSED("referral.refused", "number", "matter", "reason"),
    REFERRAL_WITHDRAWN("referral.withdrawn", "number", "matter", "reason"),
    /** {@code loan} is what is wanted of the archived volume, {@code until} the last court date. */
    ARCHIVE_LOAN_ASKED("archive-loan.asked", "number", "loan", "until", "reason"),
    ARCHIVE_LOAN_APPROVED("archive-loan.approved", "number", "loan", "until", "reason"),
    ARCHIVE_LOAN_REFUSED("archive-loan.refused", "number", "loan", "until", "reason"),
    /** {@code by} is the leader that will be away. */
    STAND_IN_LENT("stand-in.lent", "by", "from", "to", "reason"),
    STAND_IN_REVOKED("stand-in.revoked", "by", "from", "to", "reason"),
    TASK_SLIP_PROVE("task-slip.prove", "number", "paper", "reason"),
    TASK_SLIP_REOPEN("task-slip.reopen", "number", "paper", "reason"),
    IMPORT_DONE("import.done", "file", "committed", "bad"),
    QUERY_DONE("query.done", "file", "committed", "bad"),
    /** {@code payer} is masked as courts write names, {@code due} the court date by which it must be paid out. */
    MONEY_RECEIVED("money.received", "number", "amount", "payer", "due"),
    /** A claim out of suspense was undone: it is not this case's money. */
    MONEY_TAKEN_BACK("money.taken-back", "number", "amount", "reason"),
    STATEMENT_DONE("statement.done", "file", "committed", "conflicts", "bad"),
    /** {@code count} lines of a statement that no case could be found for. */
    SUSPENSE_NEW("suspense.new", "count", "amount", "file"),
    POLICY_PUBLISHED("policy.published", "policy", "from", "reason"),
    CATALOGUE_PUBLISHED("catalogue.published", "policy", "from", "reason"),
    SIGNING_POLICY_PUBLISHED("signing-policy.published", "policy", "from", "reason"),
    /** {@code paper} is the application's number, {@code amount} CNY to the fen. */
    DISBURSEMENT_APPLIED("disbursement.applied", "number", "paper", "amount", "reason"),
    DISBURSEMENT_JUDGE_APPROVED("disbursement.judge-approved", "number", "paper", "amount", "reason"),
    DISBURSEMENT_DIRECTOR_APPROVED("disbursement.director-approved", "number", "paper", "amount", "reason"),
    DISBURSEMENT_APPROVED("disbursement.approved", "number", "paper", "amount", "reason"),
    DISBURSEMENT_REFUSED("disbursement.refused", "number", "paper", "amount", "reason"),
    DISBURSEMENT_WITHDRAWN("disbursement.withdrawn", "number", "paper", "amount", "reason"),
    DISBURSEMENT_ORDERED("disbursement.ordered", "number", "paper", "amount", "reason"),
    DISBURSEMENT_PAID("disbursement.paid", "number", "paper", "amount", "reason"),
    PAYMENT_BOUNCED("payment.bounced", "number", "paper", "amount", "reason", "payee"),
    PAYEE_WRITTEN("payee.written", "number", "payee"),
    FUNDS_POLICY_PUBLISHED("funds-policy.published", "amount", "from", "reason"),
    UPLOAD_POLICY_PUBLISHED("upload-policy.published", "from", "reason"),
    /** A nightly look at the books found {@code count} errors. */
    LEDGER_WRONG("ledger.wrong", "day", "count"),
    /** The morning's summary, by channels outside only. */
    DIGEST("digest", "day"),
    /** A channel gave a delivery up. */
    LETTER_DEAD("letter.dead", "channel");

    /** What may leave the house; anything else, such as a reason that somebody typed, is read after signing in. */
    private static final Set<String> PLAIN = Set.of(
            "number",
            "node",
            "closing",
            "suspension",
            "resume",
            "about",
            "slip",
            "paper",
            "days",
            "clause",
            "due",
            "day",
            "team",
            "count",
            "conflicts",
            "committed",
            "bad",
            "channel",
            "policy",
            "loan",
            "until",
            "from",
            "to");

    private final String key;
    private final List<String> params;

    Topic(String key, String... params) {
        this.key = key;
        this.params = List.of(params);
    }

    /** The name in events and in the API, e.g. {@code node.overdue}. */
    public String key() {
        return key;
    }

    public List<String> params() {
        return params;
    }

    /** The parameters as a channel outside may carry them: free text is replaced. */
    public static Map<String, String> outside(Map<String, String> params, String instead) {
        Map<String, String> plain = new HashMap<>(params);
        plain.replaceAll((name, value) -> PLAIN.contains(name) ? value : instead);
        return plain;
    }

    public static Optional<Topic> of(String key) {
        return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst();
    }
}
