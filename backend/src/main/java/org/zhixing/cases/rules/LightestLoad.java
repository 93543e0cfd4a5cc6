package org.zhixing.cases.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Role;

/** Proposes a case's handlers (双承办): the judge and the executor of the team with the fewest open cases. */
public final class LightestLoad {

    /** A member of the team in one of the member's roles; openCases counts those the member handles in that role. */
    public record Candidate(UUID personId, Role role, long openCases) {}

    /** The pair; a side is null where the team has nobody for it. */
    public record Proposal(@Nullable UUID judgeId, @Nullable UUID executorId) {}

    /** Equal loads go by id, written out, so that every instance and the database order them alike. */
    private static final Comparator<Candidate> LIGHTEST = Comparator.comparingLong(Candidate::openCases)
            .thenComparing(candidate -> candidate.personId().toString());

    private LightestLoad() {}

    /** The pair is always two people: whoever is proposed as judge is not proposed as executor too. */
    public static Proposal propose(List<Candidate> candidates) {
        UUID judge = lightest(candidates, Role.JUDGE, null).orElse(null);
        return new Proposal(judge, lightest(candidates, Role.EXECUTOR, judge).orElse(null));
    }

    private static Optional<UUID> lightest(List<Candidate> candidates, Role role, @Nullable UUID taken) {
        return candidates.stream()
                .filter(candidate ->
                        candidate.role() == role && !candidate.personId().equals(taken))
                .min(LIGHTEST)
                .map(Candidate::personId);
    }
}
