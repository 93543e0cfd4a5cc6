package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.ledger.rules.BankResult;
import org.zhixing.ledger.rules.PayeeKind;
import org.zhixing.ledger.rules.PaymentStatus;
import org.zhixing.ledger.rules.ResultOutcome;
import org.zhixing.signing.rules.Signature;

/** The way out of a random history: payees, applications, their steps, orders and the bank's answers. */
final class RandomMoneyOut {
    private final RandomActs history;
    private final RandomMoneyIn in;
    private final List<Payee> payees = new ArrayList<>();
    private final List<Paid> disbursements = new ArrayList<>();
    private final List<UUID> batches = new ArrayList<>();

    private static final class Payee {
        final UUID id;
        final RandomActs.Case of;
        final Actor by;
        boolean confirmed;
        boolean active = true;

        Payee(UUID id, RandomActs.Case of, Actor by, boolean confirmed) {
            this.id = id;
            this.of = of;
            this.by = by;
            this.confirmed = confirmed;
        }
    }

    /** A disbursement; its sum is reserved until it ends or the bank is ordered. */
    private record Paid(UUID id, RandomActs.Case of, BigDecimal amount) {}

    RandomMoneyOut(RandomActs history, RandomMoneyIn in) {
        this.history = history;
        this.in = in;
    }

    private RandomActs.Case rich() {
        List<RandomActs.Case> rich =
                history.cases.stream().filter(each -> free(each).signum() > 0).toList();
        return rich.isEmpty() || history.chance(8) ? history.pick(history.cases) : history.pick(rich);
    }

    private BigDecimal free(RandomActs.Case of) {
        return history.paper.of(of.account()).subtract(of.reserved);
    }

    /** Before anything else each case has somebody to pay. */
    void begin() {
        history.cases.forEach(of -> {
            write(of);
            write(of);
        });
    }

    void payee() {
        RandomActs.Case of = history.pick(history.cases);
        List<Payee> there =
                payees.stream().filter(each -> each.of == of && each.active).toList();
        if (there.size() < 4 || history.chance(3)) {
            write(of);
        } else {
            Payee payee = history.pick(there);
            act(payee, history.chance(2), history.pick(List.of(history.court.judge(), history.court.executor())));
        }
    }

    private void write(RandomActs.Case of) {
        PayeeKind kind = history.pick(List.of(PayeeKind.values()));
        Actor by = history.chance(5) ? history.anybody() : history.court.funds();
        var wish = kind == PayeeKind.FEE
                ? new WritePayee.Wish(kind, "执行费", null, null)
                : new WritePayee.Wish(kind, name(kind), "工行安阳分行", "6222020200001230123");
        history.say("payee", key -> history.acts.payees.write(by, of.id, wish, key))
                .ifPresent(id -> {
                    Payee payee = new Payee(id, of, by, kind == PayeeKind.FEE);
                    payees.add(payee);
                    if (!payee.confirmed && !history.chance(6)) {
                        act(payee, true, history.chance(6) ? by : history.court.judge());
                    }
                });
    }

    private String name(PayeeKind kind) {
        if (history.chance(12)) {
            return "无此当事人";
        }
        return switch (kind) {
            case APPLICANT -> "王某";
            case REFUND -> "李某某";
            default -> "文峰区人民法院";
        };
    }

    private void act(Payee payee, boolean confirm, Actor by) {
        var seen = new WritePayee.Seen(payee.of.id, payee.id, version("payee", payee.id));
        if (confirm) {
            payee.confirmed |=
                    history.done("payee confirmed", payee.id, key -> history.acts.payees.confirm(by, seen, key));
        } else {
            payee.active &=
                    !history.done("payee deactivated", payee.id, key -> history.acts.payees.deactivate(by, seen, key));
        }
    }

    /** For one or several payees; whether it must succeed is known beforehand, where no deferral is about. */
    void apply() {
        RandomActs.Case of = rich();
        if (payees.stream().noneMatch(each -> each.of == of && each.active && each.confirmed)) {
            write(of);
        }
        List<Payee> known = payees.stream().filter(each -> each.of == of).toList();
        if (known.isEmpty()) {
            return;
        }
        List<ApplyDisbursement.Line> wished = new ArrayList<>();
        List<Payee> to = new ArrayList<>();
        BigDecimal left = free(of);
        int many = 1 + history.random.nextInt(3);
        for (int i = 0; i < many; i++) {
            Payee payee = history.pick(known);
            if (!to.contains(payee) || history.chance(10)) {
                BigDecimal amount = history.part(left.max(BigDecimal.ZERO));
                left = left.subtract(amount);
                to.add(payee);
                wished.add(new ApplyDisbursement.Line(payee.id, amount));
            }
        }
        BigDecimal sum = wished.stream().map(ApplyDisbursement.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Actor by = history.chance(12) ? history.court.judge() : history.court.executor();
        boolean lawful = by.equals(history.court.executor())
                && to.stream().distinct().count() == to.size()
                && to.stream().allMatch(payee -> payee.active && payee.confirmed)
                && sum.compareTo(free(of)) <= 0;
        var wish = new ApplyDisbursement.Wish(RandomActs.reason(), wished);
        var made = history.say("apply", key -> history.acts.applications.apply(by, of.id, wish, key));
        if (!lawful || !of.everDeferred) {
            assertThat(made.isPresent())
                    .as("%s applied for of %s by %s", sum, free(of), by.username())
                    .isEqualTo(lawful);
        }
        made.ifPresent(id -> {
            of.reserved = of.reserved.add(sum);
            disbursements.add(new Paid(id, of, sum));
            if (!history.chance(3)) {
                approve();
            }
        });
    }

    /** By whoever has the step, at times by somebody else or in an old version; often several steps at once. */
    void approve() {
        Paid paid = waiting("'APPLIED', 'JUDGE_APPROVED', 'DIRECTOR_APPROVED'");
        if (paid == null) {
            return;
        }
        boolean on = true;
        for (int step = 0; on && step < 3; step++) {
            Actor who = history.chance(8) ? history.anybody() : next(paid);
            int version = version("disbursement", paid.id) - (history.chance(12) ? 1 : 0);
            var seen = new DecideDisbursement.Seen(paid.id, version);
            on = history.done("approve", paid.id, key -> history.acts.decisions.approve(who, seen, login(), key))
                    && !history.chance(5);
        }
        if (!history.chance(3)) {
            order();
        }
    }

    /** Who has the next step. */
    private Actor next(Paid paid) {
        return switch (status(paid)) {
            case "APPLIED" -> history.court.judge();
            case "JUDGE_APPROVED" -> history.court.director();
            case "DIRECTOR_APPROVED" -> history.court.president();
            default -> history.court.funds();
        };
    }

    /** Of this moment, as what pays money wants it. */
    private static Signature.Login login() {
        return new Signature.Login(Instant.now(), null, null);
    }

    void drop() {
        Paid paid = waiting("'APPLIED', 'JUDGE_APPROVED', 'DIRECTOR_APPROVED', 'APPROVED'");
        if (paid == null) {
            return;
        }
        var seen = new DecideDisbursement.Seen(paid.id, version("disbursement", paid.id));
        boolean refuses = history.chance(2);
        Actor by = history.chance(3) ? history.anybody() : refuses ? next(paid) : history.court.executor();
        String reason = RandomActs.reason();
        boolean dropped = refuses
                ? history.done("refuse", paid.id, key -> history.acts.decisions.refuse(by, seen, reason, key))
                : history.done("withdraw", paid.id, key -> history.acts.decisions.withdraw(by, seen, reason, key));
        if (dropped) {
            paid.of.reserved = paid.of.reserved.subtract(paid.amount);
        }
    }

    /** All that is approved or some of it; with one among them that is not, nothing is ordered. */
    void order() {
        Set<String> approved = ids("'APPROVED'");
        List<Paid> wanted = disbursements.stream()
                .filter(each -> approved.contains(each.id.toString()) || history.chance(20))
                .filter(each -> !history.chance(4))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        var wish = new OrderPayments.Wish(wanted.stream().map(Paid::id).collect(Collectors.toSet()));
        Actor by = history.chance(12) ? history.court.director() : history.court.funds();
        history.say("order", key -> history.acts.orders.order(by, wish, login(), key))
                .ifPresent(batch -> {
                    batches.add(batch);
                    for (Paid paid : wanted) {
                        paid.of.reserved = paid.of.reserved.subtract(paid.amount);
                        history.rows(
                                        "select concat_ws('|', y.kind, p.amount) from payment p join payee y on y.id = p.payee_id"
                                                + " where p.disbursement_id = '" + paid.id + "'")
                                .forEach(row -> history.paper.move(
                                        paid.of.account(),
                                        row[0].equals("FEE") ? Paper.FEE : Paper.PAYING,
                                        new BigDecimal(row[1])));
                    }
                    if (!history.chance(3)) {
                        settle();
                    }
                });
    }

    private record Ordered(String number, BigDecimal amount, String account) {}

    /** The bank's file, or one result by hand: new, repeated or contradicting what is known. */
    void settle() {
        if (batches.isEmpty()) {
            return;
        }
        Set<String> open = history
                .rows("select id from payment_batch where status = 'ORDERED' and court_id = " + history.court.id())
                .stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());
        List<UUID> waiting =
                batches.stream().filter(id -> open.contains(id.toString())).toList();
        UUID batch = waiting.isEmpty() || history.chance(6) ? history.pick(batches) : history.pick(waiting);
        List<Ordered> all = history
                .rows("select concat_ws('|', number, amount, case_id) from payment where batch_id = '" + batch
                        + "' order by number")
                .stream()
                .map(row -> new Ordered(row[0], new BigDecimal(row[1]), row[2]))
                .toList();
        List<BankResult> results = new ArrayList<>();
        for (Ordered ordered : all) {
            if (!history.chance(4)) {
                results.add(new BankResult(
                        results.size() + 1,
                        ordered.number,
                        history.chance(10) ? ordered.amount.add(BigDecimal.ONE) : ordered.amount,
                        history.chance(4) ? PaymentStatus.BOUNCED : PaymentStatus.PAID,
                        "户名不符",
                        null,
                        history.chance(10) ? RandomActs.TODAY.plusDays(1) : RandomActs.TODAY));
            }
        }
        if (results.isEmpty()) {
            return;
        }
        var told = results.size() == 1
                ? history.say(
                        "result",
                        key -> history.acts.results.settleOne(history.court.funds(), batch, results.get(0), key))
                : history.say(
                        "results", key -> history.acts.results.settle(history.court.funds(), batch, results, key));
        told.ifPresent(report -> report.lines().forEach(line -> {
            Ordered ordered = all.stream()
                    .filter(each -> each.number.equals(line.number()))
                    .findFirst()
                    .orElseThrow();
            history.count("line " + line.outcome());
            if (line.outcome() == ResultOutcome.PAID) {
                history.paper.move(Paper.PAYING, Paper.BANK, ordered.amount);
            } else if (line.outcome() == ResultOutcome.BOUNCED) {
                history.paper.move(Paper.PAYING, ordered.account, ordered.amount);
            }
        }));
        in.refresh();
    }

    /** One that waits so, mostly. */
    private @Nullable Paid waiting(String statuses) {
        if (disbursements.isEmpty()) {
            return null;
        }
        Set<String> waiting = ids(statuses);
        List<Paid> fits = disbursements.stream()
                .filter(each -> waiting.contains(each.id.toString()))
                .toList();
        return fits.isEmpty() || history.chance(15) ? history.pick(disbursements) : history.pick(fits);
    }

    private Set<String> ids(String statuses) {
        return history
                .rows("select id from disbursement where court_id = " + history.court.id() + " and status in ("
                        + statuses + ")")
                .stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());
    }

    private String status(Paid paid) {
        return history.one("select status from disbursement where id = '" + paid.id + "'");
    }

    private int version(String table, UUID id) {
        return Integer.parseInt(history.one("select version from " + table + " where id = '" + id + "'"));
    }
}
