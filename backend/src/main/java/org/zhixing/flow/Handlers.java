package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Staff;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.LightestLoad;

/** Gives cases their handlers: a judge and an executor of the team (双承办, clause 一(五)), the lightest load first. */
@ApplicationScoped
public class Handlers {
    private final Staff staff;

    Handlers(Staff staff) {
        this.staff = staff;
    }

    /** A judge and an executor; a side is null where the team has nobody for it or the case has no team. */
    public record Pair(@Nullable UUID judgeId, @Nullable UUID executorId) {}

    /** Locks the judges and executors of the teams, so that two filings at once do not choose by the same load. */
    public Uni<Bench> lock(SqlConnection tx, int courtId, Set<Team> teams) {
        return staff.lockHandlers(tx, courtId, teams).map(Bench::new);
    }

    public Uni<Integer> addLoad(SqlConnection tx, Map<UUID, Integer> byPerson) {
        return staff.addLoad(tx, byPerson);
    }

    /** Adds {@code n} open cases to both handlers of the case. */
    static void count(Map<UUID, Integer> load, EnforcementCase c, int n) {
        UUID judge = c.judgeId();
        UUID executor = c.executorId();
        if (judge != null) {
            load.merge(judge, n, Integer::sum);
        }
        if (executor != null) {
            load.merge(executor, n, Integer::sum);
        }
    }

    /** The people to choose from, with their loads as they grow while a batch is filed. */
    public static final class Bench {
        private final List<Staff.Handler> people;
        private final Map<UUID, Integer> load = new HashMap<>();

        Bench(List<Staff.Handler> people) {
            this.people = people;
            people.forEach(p -> load.put(p.id(), p.openCases()));
        }

        /** The pair for one more case: those named in the register where the team has them, else the lightest. */
        Pair take(@Nullable Team team, @Nullable String judgeName, @Nullable String executorName) {
            if (team == null) {
                return new Pair(null, null);
            }
            List<LightestLoad.Candidate> candidates = new ArrayList<>();
            for (Staff.Handler p : people) {
                if (p.team() == team) {
                    for (Role role : List.of(Role.JUDGE, Role.EXECUTOR)) {
                        String named = role == Role.JUDGE ? judgeName : executorName;
                        if (p.roles().contains(role) && eligible(p, team, role, named)) {
                            candidates.add(new LightestLoad.Candidate(p.id(), role, load.getOrDefault(p.id(), 0)));
                        }
                    }
                }
            }
            LightestLoad.Proposal proposal = LightestLoad.propose(candidates);
            grow(proposal.judgeId());
            grow(proposal.executorId());
            return new Pair(proposal.judgeId(), proposal.executorId());
        }

        /** A name in the register narrows the choice where the team has such a person, and is passed over otherwise. */
        private boolean eligible(Staff.Handler p, Team team, Role role, @Nullable String named) {
            return named == null
                    || p.name().equals(named)
                    || people.stream()
                            .noneMatch(other -> other.team() == team
                                    && other.roles().contains(role)
                                    && other.name().equals(named));
        }

        private void grow(@Nullable UUID person) {
            if (person != null) {
                load.merge(person, 1, Integer::sum);
            }
        }
    }
}
