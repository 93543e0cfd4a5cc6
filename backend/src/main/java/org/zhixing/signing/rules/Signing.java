package org.zhixing.signing.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;

/**
 * One thing on its way to its signatures, whatever it is: a court paper, minutes, a decision.
 *
 * @param large whether it is a payment above the court's threshold
 * @param given the signatures on the version in hand; those on earlier versions do not count
 * @param unmet what the rule requires and is not so today
 */
public record Signing(SigningRule rule, OfCase of, boolean large, List<Signature> given, Set<SigningRule.Fact> unmet) {

    /** Why not: a catalogue code under a clause. {@code seat} is who is asked for, {@code kind} what sort of refusal. */
    public record Denial(
            Kind kind, String code, String clause, @Nullable Seat seat) {}

    public enum Kind {
        PERSON,
        RULE,
        DONE_ALREADY,
        STEP_UP
    }

    public Signing {
        given = List.copyOf(given);
        unmet = Set.copyOf(unmet);
    }

    /** Seats that have not signed, in the rule's order. */
    public List<Seat> open() {
        return rule.seatsOf(large).stream()
                .filter(seat -> given.stream().noneMatch(signature -> signature.seat() == seat))
                .toList();
    }

    public boolean complete() {
        return open().isEmpty();
    }

    /** The seats whose turn it is. */
    public List<Seat> turn() {
        return rule.inOrder() ? open().stream().limit(1).toList() : open();
    }

    /** The seat that the actor would sign in now; empty where it is not their turn, or they signed already. */
    public Optional<Seat> seatOf(Actor actor) {
        return signed(actor.personId())
                ? Optional.empty()
                : turn().stream().filter(seat -> seat.isTakenBy(actor, of)).findFirst();
    }

    /** Why the actor may not sign now, whatever their login; empty where they may. */
    public Optional<Denial> deny(Actor actor) {
        if (complete()) {
            return denial(Kind.DONE_ALREADY, "signing-complete", null);
        }
        Seat next = turn().get(0);
        // No one person takes two steps: two signatures of the same hand would be one.
        if (signed(actor.personId())) {
            return denial(Kind.DONE_ALREADY, "signing-yours-given", next);
        }
        if (seatOf(actor).isEmpty()) {
            boolean later = open().stream().anyMatch(seat -> seat.isTakenBy(actor, of));
            return later ? denial(Kind.RULE, "signing-order", next) : denial(Kind.PERSON, "signing-not-yours", next);
        }
        return rule.requires().stream()
                .filter(condition -> unmet.contains(condition.fact()))
                .findFirst()
                .map(condition -> new Denial(
                        Kind.RULE,
                        "signing-requires-"
                                + condition
                                        .fact()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        condition.clause(),
                        null));
    }

    /** Why this login does not do; empty where it does. */
    public Optional<Denial> deny(Signature.Login login, StepUp fresh, Instant now) {
        return rule.stepUp() && fresh.wants(login, now) ? denial(Kind.STEP_UP, "step-up", null) : Optional.empty();
    }

    /** The same with one more signature. */
    public Signing with(Signature signature) {
        List<Signature> all = new ArrayList<>(given);
        all.add(signature);
        return new Signing(rule, of, large, all, unmet);
    }

    private boolean signed(UUID person) {
        return given.stream().anyMatch(signature -> signature.personId().equals(person));
    }

    private Optional<Denial> denial(Kind kind, String code, @Nullable Seat seat) {
        return Optional.of(new Denial(kind, code, rule.clause(), seat));
    }
}
