package org.zhixing.access.rules;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows of the actor's own court the actor reads; the same answer serves lists, counts and single rows. */
public sealed interface Visibility {

    /** Every case of the court. */
    record WholeCourt() implements Visibility {}

    /** The cases of one team. */
    record OneTeam(Team team) implements Visibility {}

    /** No case at all. */
    record Nothing() implements Visibility {}

    /** Leaders, desks of the command centre and the auditor read the whole court. */
    Set<Role> COURT_READERS = Set.copyOf(EnumSet.of(
            Role.PRESIDENT,
            Role.DIRECTOR,
            Role.TRIAGE,
            Role.NODE_CONTROL,
            Role.FUNDS,
            Role.RESTRICTION,
            Role.FINAL_REVIEW,
            Role.QUALITY,
            Role.ARCHIVE,
            Role.AUDITOR));

    /** Members of a team read what their team has. */
    Set<Role> TEAM_READERS = Set.copyOf(
            EnumSet.of(Role.TEAM_LEADER, Role.JUDGE, Role.EXECUTOR, Role.JUDGE_ASSISTANT, Role.CLERK, Role.POLICE));

    static Visibility ofCases(Actor actor) {
        return of(actor, "cases:read");
    }

    static Visibility ofNodes(Actor actor) {
        return of(actor, "nodes:read");
    }

    /** True if a case of that team (null: not sorted yet) is within sight. */
    default boolean covers(@Nullable Team team) {
        return this instanceof WholeCourt || (this instanceof OneTeam own && own.team() == team);
    }

    private static Visibility of(Actor actor, String scope) {
        boolean client = actor.has(Role.INTEGRATION) && actor.granted(scope);
        if (client || actor.roles().stream().anyMatch(COURT_READERS::contains)) {
            return new WholeCourt();
        }
        Team team = actor.team();
        if (team == null || actor.roles().stream().noneMatch(TEAM_READERS::contains)) {
            return new Nothing();
        }
        // The affairs team works for every team (clause 一(四)), so its members meet every team's cases.
        return team == Team.AFFAIRS ? new WholeCourt() : new OneTeam(team);
    }
}
