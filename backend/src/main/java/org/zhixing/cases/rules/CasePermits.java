package org.zhixing.cases.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/**
 * Who may do what to a case, and when. Each act has its policies in order; the first that objects is the answer. The
 * buttons on the screen and the refusals of the API come from this one list.
 */
public final class CasePermits {
    private CasePermits() {}

    /**
     * The case and what surrounds it.
     *
     * @param transfer how far a transfer has come, null if none is under way
     * @param transferFrom the team a transfer leaves by the policy in force
     * @param lastDay the last court date on which a transfer may be asked, inclusive
     */
    public record Situation(
            EnforcementCase subject,
            @Nullable TransferStage transfer,
            Team transferFrom,
            LocalDate lastDay,
            String transferClause,
            LocalDate today) {}

    /** How far an open transfer has come. */
    public enum TransferStage {
        ASKED,
        APPROVED
    }

    /** What stands against it: the wrong person, what was done already, or a rule. */
    public enum Kind {
        PERSON,
        DONE_ALREADY,
        RULE
    }

    /** Why not: a catalogue code, the clause, and the facts. */
    public record Denial(String code, String clause, Kind kind, List<String> facts) {}

    private interface Policy {
        Optional<Denial> object(Actor actor, Situation now);
    }

    private static final String HANDLING = "一(五)";
    private static final String DESK = "二(六)";
    private static final String ARCHIVE = "二(五)2";
    private static final Policy OPEN = when(s -> !s.subject().open(), "case-closed", HANDLING);
    private static final Policy IS_HANDLER =
            unless((a, s) -> s.subject().handledBy(a.personId()), "not-handler", HANDLING);
    private static final Policy NO_TRANSFER = when(s -> s.transfer() != null, "transfer-under-way", "一(一)");

    private static final Map<CaseAct, List<Policy>> POLICIES = new EnumMap<>(Map.of(
            CaseAct.EDIT,
            List.of(
                    OPEN,
                    unless(
                            (a, s) -> a.hasAny(Role.TRIAGE, Role.INTEGRATION)
                                    || s.subject().handledBy(a.personId()),
                            "not-handler",
                            HANDLING)),
            CaseAct.OVERRIDE,
            List.of(role(Role.TRIAGE, DESK), OPEN, NO_TRANSFER),
            CaseAct.REASSIGN,
            List.of(
                    role(Role.TEAM_LEADER, HANDLING),
                    unless((a, s) -> a.team() != null && a.team() == s.subject().team(), "not-own-team", HANDLING),
                    OPEN),
            CaseAct.ASK_TRANSFER,
            List.of(
                    IS_HANDLER,
                    OPEN,
                    when(s -> s.subject().team() != s.transferFrom(), "transfer-wrong-team", "一(一)"),
                    NO_TRANSFER,
                    (a, s) -> s.today().isAfter(s.lastDay())
                            ? Optional.of(new Denial(
                                    "transfer-too-late",
                                    s.transferClause(),
                                    Kind.RULE,
                                    List.of(
                                            s.lastDay().toString(),
                                            s.subject().row().filedOn().toString(),
                                            s.today().toString())))
                            : Optional.empty()),
            CaseAct.DECIDE_TRANSFER,
            List.of(
                    role(Role.PRESIDENT, "一(一)"),
                    done(s -> s.transfer() != TransferStage.ASKED, "transfer-not-asked", "一(一)"),
                    OPEN),
            CaseAct.CARRY_OUT_TRANSFER,
            List.of(
                    role(Role.TRIAGE, "一(一)"),
                    done(s -> s.transfer() == null, "transfer-ended", "一(一)"),
                    when(s -> s.transfer() != TransferStage.APPROVED, "transfer-not-approved", "一(一)"),
                    OPEN),
            CaseAct.CLOSE,
            List.of(
                    unless((a, s) -> a.personId().equals(s.subject().judgeId()), "not-judge", HANDLING),
                    OPEN,
                    NO_TRANSFER),
            CaseAct.ARCHIVE,
            List.of(
                    role(Role.ARCHIVE, ARCHIVE),
                    when(s -> s.subject().open(), "case-not-closed", ARCHIVE),
                    CasePermits::archivedAlready),
            CaseAct.ASK_SUSPENSION,
            List.of(IS_HANDLER, OPEN)));

    /** Why the actor may not do it now; empty if nothing stands against it. */
    public static Optional<Denial> deny(CaseAct act, Actor actor, Situation now) {
        // Who handles the case decides nothing of it in a leader's place.
        Actor acting = now.subject().handledBy(actor.personId()) ? actor.unlent() : actor;
        return POLICIES.getOrDefault(act, List.of()).stream()
                .map(policy -> policy.object(acting, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Everything the actor may do now. */
    public static List<CaseAct> allowed(Actor actor, Situation now) {
        return Arrays.stream(CaseAct.values())
                .filter(act -> deny(act, actor, now).isEmpty())
                .toList();
    }

    private static Optional<Denial> archivedAlready(Actor actor, Situation now) {
        EnforcementCase.Archiving done = now.subject().archiving();
        return done == null
                ? Optional.empty()
                : Optional.of(new Denial(
                        "archived-already",
                        ARCHIVE,
                        Kind.RULE,
                        List.of(now.subject().row().number().text(), done.on().toString())));
    }

    private interface Test {
        boolean holds(Actor actor, Situation now);
    }

    private static Policy role(Role role, String clause) {
        return unless((a, s) -> a.has(role), "role", clause);
    }

    private static Policy unless(Test person, String code, String clause) {
        return (a, s) ->
                person.holds(a, s) ? Optional.empty() : Optional.of(new Denial(code, clause, Kind.PERSON, List.of()));
    }

    private static Policy when(Function<Situation, Boolean> bad, String code, String clause) {
        return (a, s) -> bad.apply(s) ? Optional.of(new Denial(code, clause, Kind.RULE, List.of())) : Optional.empty();
    }

    private static Policy done(Function<Situation, Boolean> already, String code, String clause) {
        return (a, s) -> already.apply(s)
                ? Optional.of(new Denial(code, clause, Kind.DONE_ALREADY, List.of()))
                : Optional.empty();
    }
}
