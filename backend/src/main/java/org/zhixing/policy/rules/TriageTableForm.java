package org.zhixing.policy.rules;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.ClaimAmount;
import org.zhixing.clock.rules.PeriodUnit;
import org.zhixing.clock.rules.RollOver;
import org.zhixing.triage.rules.Condition;
import org.zhixing.triage.rules.Op;
import org.zhixing.triage.rules.TransferPolicy;
import org.zhixing.triage.rules.TriageDocument;
import org.zhixing.triage.rules.TriageRule;

/**
 * A triage table as a form hands it in. The kinds of rules are a closed set, those of the version in force: a court
 * orders them, switches them on and off, points them at teams and sets their thresholds.
 */
public record TriageTableForm(
        @Nullable List<@Nullable Line> rules,
        @Nullable Window transfer,
        @Nullable String undecidedClause) {

    private static final int LAST_ORDER = 999;
    private static final int MOST_YEARS = 50;
    private static final int LONGEST_WINDOW = 365;
    private static final int SCALE_OF_A_FEN = 2;

    /** One rule; see {@link TriageRule}. */
    public record Line(
            @Nullable Integer order,
            @Nullable String rule,
            @Nullable Team team,
            @Nullable String clause,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable Condition condition,
            @Nullable Boolean enabled) {}

    /** Within which period a transfer may be asked. */
    public record Window(
            @Nullable Team from,
            @Nullable Team to,
            @Nullable Integer period,
            @Nullable PeriodUnit unit,
            @Nullable RollOver rollOver,
            @Nullable String clause) {}

    public Faults check(TriageDocument base) {
        Faults faults = new Faults();
        Map<String, TriageRule> known = new HashMap<>();
        base.rules().forEach(rule -> known.put(rule.rule(), rule));
        Set<Object> seen = new HashSet<>();
        List<@Nullable Line> lines = Objects.requireNonNullElse(rules, List.of());
        for (int i = 0; i < lines.size(); i++) {
            String at = "rules[" + i + "]";
            Line line = lines.get(i);
            TriageRule kind = line == null || line.rule() == null ? null : known.remove(line.rule());
            if (line == null || kind == null) {
                faults.add(at + ".rule", line == null ? null : line.rule(), "policy.rule-unknown");
                continue;
            }
            faults.range(at + ".order", line.order(), 0, LAST_ORDER);
            if (line.order() != null) {
                faults.unless(seen.add(line.order()), at + ".order", line.order(), "policy.twice");
            }
            faults.given(at + ".team", line.team());
            faults.text(at + ".nameZh", line.nameZh(), NodeTableForm.LONGEST_NAME);
            faults.text(at + ".nameEn", line.nameEn(), NodeTableForm.LONGEST_NAME * 2);
            faults.text(at + ".clause", line.clause(), NodeTableForm.LONGEST_CLAUSE);
            condition(faults, at + ".condition", line.condition(), kind.condition());
        }
        known.keySet().stream().sorted().forEach(code -> faults.add("rules", code, "policy.line-missing", code));
        window(faults);
        faults.text("undecidedClause", undecidedClause, NodeTableForm.LONGEST_CLAUSE);
        return faults;
    }

    /** The same facts compared in the same way; only what they are compared with may differ, and flags not even that. */
    private static void condition(Faults faults, String at, @Nullable Condition given, Condition kind) {
        if (given == null || given.equals(kind)) {
            faults.given(at, given);
            return;
        }
        String op = kind.op();
        boolean same = Objects.equals(given.fact(), kind.fact())
                && Objects.equals(given.op(), op)
                && Objects.equals(given.anyOf(), kind.anyOf());
        if (!same || op == null || op.equals(Op.IS.name())) {
            faults.add(at, given.fact(), "policy.fixed");
        } else if (op.equals(Op.EARLIER_BY_MORE_THAN_YEARS.name())) {
            faults.range(at + ".value", whole(given.value()), 1, MOST_YEARS);
        } else {
            faults.unless(amount(given.value()) != null, at + ".value", given.value(), "policy.amount");
        }
    }

    private static @Nullable Integer whole(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : ClaimAmount.check(new BigDecimal(text)).found().orElse(null);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private void window(Faults faults) {
        if (!faults.given("transfer", transfer) || transfer == null) {
            return;
        }
        faults.given("transfer.from", transfer.from());
        faults.given("transfer.to", transfer.to());
        faults.unless(
                transfer.from() == null || transfer.from() != transfer.to(),
                "transfer.to",
                transfer.to(),
                "policy.same-team");
        faults.range("transfer.period", transfer.period(), 1, LONGEST_WINDOW);
        faults.given("transfer.unit", transfer.unit());
        faults.given("transfer.rollOver", transfer.rollOver());
        faults.text("transfer.clause", transfer.clause(), NodeTableForm.LONGEST_CLAUSE);
    }

    /** The document; only after {@link #check} found no fault. */
    public TriageDocument document() {
        Window window = need(transfer);
        return new TriageDocument(
                need(rules).stream()
                        .map(TriageTableForm::need)
                        .map(TriageTableForm::rule)
                        .toList(),
                new TransferPolicy(
                        need(window.from()),
                        need(window.to()),
                        need(window.period()),
                        need(window.unit()),
                        need(window.rollOver()),
                        need(window.clause()).strip()),
                need(undecidedClause).strip());
    }

    private static TriageRule rule(Line line) {
        return new TriageRule(
                need(line.order()),
                need(line.rule()),
                need(line.team()),
                need(line.clause()).strip(),
                need(line.nameZh()).strip(),
                need(line.nameEn()).strip(),
                tidy(need(line.condition())),
                !Boolean.FALSE.equals(line.enabled()));
    }

    /** An amount is written with its fen, so that 100000 and 100000.00 are not a difference. */
    private static Condition tidy(Condition given) {
        String fact = given.fact();
        String op = given.op();
        if (fact == null || op == null || !fact.equals("claimAmount")) {
            return given;
        }
        String value =
                new BigDecimal(need(given.value())).setScale(SCALE_OF_A_FEN).toPlainString();
        return new Condition(fact, op, value, List.of());
    }

    private static <T> T need(@Nullable T value) {
        return Objects.requireNonNull(value, "not checked");
    }
}
