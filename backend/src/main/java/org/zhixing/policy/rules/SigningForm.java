package org.zhixing.policy.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.SigningPolicy;
import org.zhixing.signing.rules.SigningRule;

/**
 * The signing rules as a form hands them in. Kinds of papers, seats and facts are closed sets; a court says who sits on
 * which paper, in which order and under which clause, and no less than {@link SigningFloor} wants.
 */
public record SigningForm(@Nullable List<@Nullable RuleLine> rules) {

    /** See {@link SigningRule}. */
    public record RuleLine(
            @Nullable String subject,
            @Nullable String clause,
            @Nullable List<@Nullable SignerLine> seats,
            @Nullable Boolean inOrder,
            @Nullable Boolean stepUp,
            @Nullable List<@Nullable RequirementLine> requires) {}

    /** See {@link SigningRule.SeatLine}. */
    public record SignerLine(
            @Nullable String seat, @Nullable Boolean largeOnly) {}

    /** See {@link SigningRule.Requirement}. */
    public record RequirementLine(
            @Nullable String fact, @Nullable String clause) {}

    /** @param kinds each of which is signed by exactly one rule */
    public Faults check(PaperKinds kinds) {
        Faults faults = new Faults();
        Set<String> seen = new HashSet<>();
        List<@Nullable RuleLine> all = Objects.requireNonNullElse(rules, List.of());
        for (int i = 0; i < all.size(); i++) {
            String at = "rules[" + i + "]";
            RuleLine line = all.get(i);
            String subject = line == null ? null : line.subject();
            Optional<PaperKinds.Kind> kind = subject == null ? Optional.empty() : kinds.find(subject);
            if (line == null || kind.isEmpty()) {
                faults.add(at + ".subject", subject, "field.unknown");
                continue;
            }
            faults.unless(seen.add(subject), at + ".subject", subject, "policy.twice");
            faults.text(at + ".clause", line.clause(), NodeTableForm.LONGEST_CLAUSE);
            faults.given(at + ".inOrder", line.inOrder());
            faults.given(at + ".stepUp", line.stepUp());
            seats(faults, at, line, kind.get());
            requires(faults, at, line, kind.get());
        }
        for (PaperKinds.Kind kind : kinds.kinds()) {
            faults.unless(seen.contains(kind.code()), "rules", kind.code(), "policy.line-missing", kind);
        }
        return faults;
    }

    private static void seats(Faults faults, String at, RuleLine line, PaperKinds.Kind kind) {
        List<Seat> always = new ArrayList<>();
        List<Seat> sometimes = new ArrayList<>();
        List<@Nullable SignerLine> seats = Objects.requireNonNullElse(line.seats(), List.of());
        for (int i = 0; i < seats.size(); i++) {
            String here = at + ".seats[" + i + "]";
            SignerLine one = seats.get(i);
            String name = one == null ? null : one.seat();
            Optional<Seat> seat = known(Seat.values(), name);
            if (one == null || seat.isEmpty()) {
                faults.add(here + ".seat", name, "field.unknown");
                continue;
            }
            boolean large = Boolean.TRUE.equals(one.largeOnly());
            boolean again = always.contains(seat.get()) || sometimes.contains(seat.get());
            faults.unless(!again, here + ".seat", name, "policy.twice");
            faults.unless(!large || SigningFloor.pays(kind), here + ".largeOnly", true, "policy.signing-large-only");
            sometimes.add(seat.get());
            if (!large) {
                always.add(seat.get());
            }
        }
        faults.unless(!always.isEmpty(), at + ".seats", null, "policy.signing-no-seat");
        floor(faults, at, line, new Given(kind, always, sometimes));
    }

    /** The seats of one rule: those that always sign, and all with those that sign large payments. */
    private record Given(PaperKinds.Kind kind, List<Seat> always, List<Seat> all) {}

    private static void floor(Faults faults, String at, RuleLine line, Given given) {
        SigningFloor floor = SigningFloor.of(given.kind());
        for (Seat seat : floor.missing(given.always(), given.all())) {
            faults.add(at + ".seats", seat, "policy.signing-seat-kept", seat, given.kind(), floor.clause());
        }
        for (Seat seat : floor.beyond(given.all())) {
            faults.add(at + ".seats", seat, "policy.signing-seat-alone", seat, given.kind(), floor.clause());
        }
        boolean turned = floor.ordered() && !floor.inTurn(given.all());
        faults.unless(!turned, at + ".seats", null, "policy.signing-order-kept", given.kind(), floor.clause());
        boolean loose = floor.ordered() && Boolean.FALSE.equals(line.inOrder());
        faults.unless(!loose, at + ".inOrder", false, "policy.signing-order-kept", given.kind(), floor.clause());
        boolean stale = floor.stepUp() && Boolean.FALSE.equals(line.stepUp());
        faults.unless(!stale, at + ".stepUp", false, "policy.signing-step-up-kept", given.kind());
    }

    private static void requires(Faults faults, String at, RuleLine line, PaperKinds.Kind kind) {
        Set<SigningRule.Fact> seen = new HashSet<>();
        List<@Nullable RequirementLine> all = Objects.requireNonNullElse(line.requires(), List.of());
        for (int i = 0; i < all.size(); i++) {
            String here = at + ".requires[" + i + "]";
            RequirementLine one = all.get(i);
            String name = one == null ? null : one.fact();
            Optional<SigningRule.Fact> fact = known(SigningRule.Fact.values(), name);
            if (one == null || fact.isEmpty()) {
                faults.add(here + ".fact", name, "field.unknown");
                continue;
            }
            faults.unless(seen.add(fact.get()), here + ".fact", name, "policy.twice");
            faults.unless(SigningFloor.askable(fact.get(), kind), here + ".fact", name, "policy.signing-never", kind);
            faults.text(here + ".clause", one.clause(), NodeTableForm.LONGEST_CLAUSE);
        }
        SigningFloor.of(kind).facts().stream()
                .filter(fact -> !seen.contains(fact.fact()))
                .forEach(fact -> faults.add(
                        at + ".requires", fact.fact(), "policy.signing-fact-kept", fact.fact(), kind, fact.clause()));
    }

    private static <E extends Enum<E>> Optional<E> known(E[] values, @Nullable String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /** The document; only after {@link #check} found no fault. */
    public SigningPolicy document() {
        return new SigningPolicy(present(rules).stream().map(SigningForm::rule).toList());
    }

    private static SigningRule rule(RuleLine given) {
        return new SigningRule(
                need(given.subject()),
                need(given.clause()).strip(),
                present(given.seats()).stream()
                        .map(line -> new SigningRule.SeatLine(
                                Seat.valueOf(need(line.seat())), Boolean.TRUE.equals(line.largeOnly())))
                        .toList(),
                need(given.inOrder()),
                need(given.stepUp()),
                present(given.requires()).stream()
                        .map(line -> new SigningRule.Requirement(
                                SigningRule.Fact.valueOf(need(line.fact())),
                                need(line.clause()).strip()))
                        .toList());
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> all) {
        return Objects.requireNonNullElse(all, List.<@Nullable T>of()).stream()
                .map(SigningForm::need)
                .collect(Collectors.toList());
    }

    private static <T> T need(@Nullable T value) {
        return Objects.requireNonNull(value, "not checked");
    }
}
