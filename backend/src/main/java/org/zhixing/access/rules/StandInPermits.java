package org.zhixing.access.rules;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may lend what to whom. What is lent holds for the cases of others: in a case that the stand-in handles it holds
 * nothing, and no one person takes two steps, which is asked at each act.
 */
public final class StandInPermits {
    /** Lent by those who lead; a case's judge is not lent but changed (reassignment). */
    private static final Set<Role> LENT = Set.copyOf(EnumSet.of(Role.PRESIDENT, Role.DIRECTOR));

    /** Who changes nothing, makes no case decisions, or pays what is approved. */
    private static final Set<Role> NEVER =
            Set.copyOf(EnumSet.of(Role.AUDITOR, Role.ADMIN, Role.INTEGRATION, Role.FUNDS));

    private StandInPermits() {}

    /** Why not: a catalogue code; {@code person} tells that it is the lender who may not. */
    public record Denial(String code, boolean lender) {}

    public static Optional<Denial> deny(Actor absent, Role role, Person to) {
        if (!LENT.contains(role) || !absent.has(role) || absent.borrows(role)) {
            return Optional.of(new Denial("stand-in-not-yours", true));
        }
        if (to.id().equals(absent.personId())) {
            return Optional.of(new Denial("stand-in-self", false));
        }
        return excluded(role, to.roles()) ? Optional.of(new Denial("stand-in-excluded", false)) : Optional.empty();
    }

    /** Whether separation of duties keeps people of these roles from standing in for that one. */
    public static boolean excluded(Role role, Set<Role> theirs) {
        // What the president signs is carried out by the triage desk: one hand would do both (一(一)).
        boolean carriesOut = role == Role.PRESIDENT && theirs.contains(Role.TRIAGE);
        return carriesOut || theirs.isEmpty() || theirs.stream().anyMatch(NEVER::contains);
    }
}
