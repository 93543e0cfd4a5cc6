package org.zhixing.policy.rules;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.clock.rules.Deadline;
import org.zhixing.clock.rules.EscalationStep;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodePolicy;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.clock.rules.NoticeTarget;
import org.zhixing.clock.rules.PeriodUnit;
import org.zhixing.clock.rules.Responsible;
import org.zhixing.clock.rules.RollOver;
import org.zhixing.clock.rules.SeizureTerm;
import org.zhixing.clock.rules.StartEvent;
import org.zhixing.clock.rules.Stop;

/** A node table as a form hands it in: anything may be missing or wrong, and every fault is told at once. */
public record NodeTableForm(
        @Nullable List<@Nullable Line> policies,
        @Nullable List<@Nullable Step> escalation,
        @Nullable List<@Nullable Term> seizureTerms) {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_CLAUSE = 100;
    private static final int MOST_STEPS = 10;
    private static final int LAST_DAY = 365;

    /** The statute's six months (法发〔2006〕35号 art. 1): a court may be stricter, never laxer. */
    private static final int STATUTORY_MONTHS = 6;

    /** Must act before a hard end, so a rest day moves them back (§3.1 rule 3). */
    private static final Set<NodeCode> BEFORE_HARD_END = EnumSet.of(NodeCode.SEIZURE_EXPIRY, NodeCode.DETAINEE_QUERY);

    /** One line; see {@link NodePolicy}. */
    public record Line(
            @Nullable NodeCode code,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable StartEvent startEvent,
            @Nullable Integer period,
            @Nullable PeriodUnit unit,
            @Nullable RollOver rollOver,
            @Nullable Boolean beforeEnd,
            @Nullable List<CaseKind> kinds,
            @Nullable List<Team> teams,
            @Nullable Boolean unlessAuctionNeeded,
            @Nullable Responsible responsible,
            @Nullable EvidenceCategory evidence,
            @Nullable Stop stop,
            @Nullable String clause,
            @Nullable BigDecimal dueSoonShare) {}

    /** One widening of the circle that hears of an overdue node. */
    public record Step(@Nullable Integer fromDay, @Nullable List<NoticeTarget> to) {}

    /** How long a measure lasts. */
    public record Term(
            SeizureTerm.@Nullable Property property,
            @Nullable Integer years) {}

    /** @param base the version in force: what starts and stops a node is the code's business and stays as it is there */
    public Faults check(NodePolicyDocument base) {
        Faults faults = new Faults();
        Set<NodeCode> seen = EnumSet.noneOf(NodeCode.class);
        List<@Nullable Line> lines = Objects.requireNonNullElse(policies, List.of());
        for (int i = 0; i < lines.size(); i++) {
            String at = "policies[" + i + "]";
            Line line = lines.get(i);
            if (line == null || line.code() == null) {
                faults.add(at + ".code", null, "field.required");
            } else if (!seen.add(line.code())) {
                faults.add(at + ".code", line.code(), "policy.twice");
            } else {
                line(faults, at, line, base.policy(line.code()));
            }
        }
        for (NodePolicy kept : base.policies()) {
            faults.unless(seen.contains(kept.code()), "policies", kept.code(), "policy.line-missing", kept.code());
        }
        ladder(faults);
        terms(faults);
        return faults;
    }

    private static void line(Faults faults, String at, Line line, Optional<NodePolicy> base) {
        faults.text(at + ".nameZh", line.nameZh(), LONGEST_NAME);
        faults.text(at + ".nameEn", line.nameEn(), LONGEST_NAME * 2);
        faults.text(at + ".clause", line.clause(), LONGEST_CLAUSE);
        faults.given(at + ".rollOver", line.rollOver());
        faults.given(at + ".responsible", line.responsible());
        if (faults.given(at + ".unit", line.unit())) {
            boolean months = line.unit() == PeriodUnit.MONTH;
            faults.range(at + ".period", line.period(), 1, months ? Deadline.MOST_MONTHS : Deadline.MOST_DAYS);
        }
        BigDecimal share = line.dueSoonShare();
        if (share == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > 4) {
            faults.add(at + ".dueSoonShare", share, "field.range", 0, 1);
        }
        base.ifPresent(is -> {
            fixed(faults, at + ".startEvent", line.startEvent(), is.startEvent());
            fixed(faults, at + ".stop", line.stop(), is.stop());
            fixed(faults, at + ".evidence", line.evidence(), is.evidence());
            fixed(faults, at + ".beforeEnd", Boolean.TRUE.equals(line.beforeEnd()), is.beforeEnd());
        });
        faults.unless(base.isPresent(), at + ".code", line.code(), "field.unknown");
        lawful(faults, at, line);
    }

    private static void fixed(Faults faults, String field, @Nullable Object given, @Nullable Object base) {
        faults.unless(Objects.equals(given, base), field, given, "policy.fixed");
    }

    private static void lawful(Faults faults, String at, Line line) {
        Integer period = line.period();
        if (line.code() == NodeCode.CLOSE_STATUTORY) {
            boolean laxer = line.unit() != PeriodUnit.MONTH || (period != null && period > STATUTORY_MONTHS);
            faults.unless(!laxer, at + ".period", period, "policy.statutory", STATUTORY_MONTHS);
        }
        if (line.code() != null && BEFORE_HARD_END.contains(line.code())) {
            faults.unless(line.rollOver() == RollOver.PREVIOUS, at + ".rollOver", line.rollOver(), "policy.rolls-back");
        }
    }

    private void ladder(Faults faults) {
        List<@Nullable Step> steps = Objects.requireNonNullElse(escalation, List.of());
        faults.unless(!steps.isEmpty(), "escalation", null, "policy.ladder-empty");
        faults.unless(steps.size() <= MOST_STEPS, "escalation", steps.size(), "field.items", MOST_STEPS);
        int last = 0;
        for (int i = 0; i < steps.size(); i++) {
            String at = "escalation[" + i + "]";
            Step step = steps.get(i);
            Integer day = step == null ? null : step.fromDay();
            faults.range(at + ".fromDay", day, 1, LAST_DAY);
            if (day != null) {
                faults.unless(i > 0 || day == 1, at + ".fromDay", day, "policy.ladder-first");
                faults.unless(day > last, at + ".fromDay", day, "policy.ladder-order");
                last = day;
            }
            List<NoticeTarget> to = step == null ? null : step.to();
            faults.unless(to != null && !to.isEmpty(), at + ".to", null, "field.required");
        }
    }

    private void terms(Faults faults) {
        Set<SeizureTerm.Property> seen = EnumSet.noneOf(SeizureTerm.Property.class);
        List<@Nullable Term> all = Objects.requireNonNullElse(seizureTerms, List.of());
        for (int i = 0; i < all.size(); i++) {
            String at = "seizureTerms[" + i + "]";
            Term term = all.get(i);
            SeizureTerm.Property property = term == null ? null : term.property();
            if (property == null || term == null) {
                faults.add(at + ".property", null, "field.required");
            } else {
                faults.unless(seen.add(property), at + ".property", property, "policy.twice");
                faults.range(at + ".years", term.years(), 1, longest(property));
            }
        }
        for (SeizureTerm.Property property : SeizureTerm.Property.values()) {
            faults.unless(seen.contains(property), "seizureTerms", property, "policy.line-missing", property);
        }
    }

    /** 民诉法解释 2022 art. 485. */
    private static int longest(SeizureTerm.Property property) {
        return switch (property) {
            case DEPOSIT -> 1;
            case MOVABLE -> 2;
            case REAL_ESTATE_OR_OTHER_RIGHT -> 3;
        };
    }

    /** The document; only after {@link #check} found no fault. */
    public NodePolicyDocument document() {
        return new NodePolicyDocument(
                present(policies).stream().map(NodeTableForm::policy).toList(),
                present(escalation).stream()
                        .map(step -> new EscalationStep(need(step.fromDay()), need(step.to())))
                        .toList(),
                present(seizureTerms).stream()
                        .map(term -> new SeizureTerm(need(term.property()), need(term.years())))
                        .toList());
    }

    private static NodePolicy policy(Line line) {
        return new NodePolicy(
                need(line.code()),
                need(line.nameZh()).strip(),
                need(line.nameEn()).strip(),
                need(line.startEvent()),
                need(line.period()),
                need(line.unit()),
                need(line.rollOver()),
                Boolean.TRUE.equals(line.beforeEnd()),
                Objects.requireNonNullElse(line.kinds(), List.of()),
                Objects.requireNonNullElse(line.teams(), List.of()),
                Boolean.TRUE.equals(line.unlessAuctionNeeded()),
                need(line.responsible()),
                line.evidence(),
                need(line.stop()),
                need(line.clause()).strip(),
                need(line.dueSoonShare()));
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> all) {
        return Objects.requireNonNullElse(all, List.<@Nullable T>of()).stream()
                .map(NodeTableForm::need)
                .toList();
    }

    private static <T> T need(@Nullable T value) {
        return Objects.requireNonNull(value, "not checked");
    }
}
