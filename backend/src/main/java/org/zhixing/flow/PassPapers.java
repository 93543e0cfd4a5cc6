package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.platform.CourtClock;
import org.zhixing.signing.Signatures;
import org.zhixing.signing.SigningBook;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.Signing;

/** What nobody has signed yet passes to a case's new handlers with the case (clause 一(五)): whose turn it is now. */
@ApplicationScoped
class PassPapers {
    private final Papers papers;
    private final PaperTold told;
    private final Signatures signatures;
    private final SigningPolicies rules;
    private final CourtClock clock;

    PassPapers(Papers papers, PaperTold told, Signatures signatures, SigningPolicies rules, CourtClock clock) {
        this.papers = papers;
        this.told = told;
        this.signatures = signatures;
        this.rules = rules;
        this.clock = clock;
    }

    /** A paper whose turn has come to these people, who were not asked for it before. */
    record Passed(Paper paper, List<UUID> people) {}

    /** Tells the new handlers of each paper that waits for them; the case is saved under them. */
    Uni<Void> tell(SqlConnection tx, EnforcementCase before, EnforcementCase after) {
        boolean same = Objects.equals(before.judgeId(), after.judgeId())
                && Objects.equals(before.executorId(), after.executorId());
        Uni<Void> none = Uni.createFrom().voidItem();
        return same
                ? none
                : of(tx, before.courtId(), List.of(before)).chain(all -> {
                    Uni<Void> every = none;
                    for (Passed each : all) {
                        every = every.chain(() -> told.passedOn(tx, each.paper(), each.people(), before.version() + 1))
                                .replaceWithVoid();
                    }
                    return every;
                });
    }

    /**
     * What waits for others now than before, of all those cases at once.
     *
     * @param before the cases as they were; they are saved under their new handlers
     */
    Uni<List<Passed>> of(SqlConnection tx, int courtId, List<EnforcementCase> before) {
        if (before.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<UUID, EnforcementCase> cases =
                before.stream().collect(Collectors.toMap(EnforcementCase::id, Function.identity()));
        return papers.waiting(tx, courtId, List.copyOf(cases.keySet()))
                .chain(waiting ->
                        waiting.isEmpty() ? Uni.createFrom().item(List.of()) : passed(tx, courtId, cases, waiting));
    }

    private Uni<List<Passed>> passed(
            SqlConnection tx, int courtId, Map<UUID, EnforcementCase> before, List<Paper> waiting) {
        Map<UUID, Integer> editions = waiting.stream().collect(Collectors.toMap(Paper::id, Paper::edition));
        return rules.book(tx, courtId)
                .chain(book -> signatures.of(tx, courtId, editions).map(given -> waiting.stream()
                        .map(paper -> new Passed(
                                paper,
                                people(
                                        Objects.requireNonNull(
                                                before.get(paper.of().id())),
                                        paper,
                                        signing(book, paper, given.getOrDefault(paper.id(), List.of())))))
                        .filter(passed -> !passed.people().isEmpty())
                        .toList()));
    }

    /** Whose turn it is does not depend on what the rule requires of the case. */
    private Signing signing(SigningBook book, Paper paper, List<Signature> given) {
        return new Signing(
                book.rule(paper.kind(), paper.signingVersion(), clock.today()),
                paper.of().handlers(),
                paper.large(),
                given,
                Set.of());
    }

    private static List<UUID> people(EnforcementCase before, Paper paper, Signing signing) {
        return signing.turn().stream()
                .flatMap(seat -> switch (seat) {
                    case CASE_JUDGE ->
                        fresh(before.judgeId(), paper.of().handlers().judgeId());
                    case CASE_EXECUTOR ->
                        fresh(before.executorId(), paper.of().handlers().executorId());
                    default -> Stream.<UUID>empty();
                })
                // Who has signed in the other seat takes no second step.
                .filter(person -> signing.given().stream()
                        .noneMatch(signature -> signature.personId().equals(person)))
                .distinct()
                .toList();
    }

    private static Stream<UUID> fresh(@Nullable UUID before, @Nullable UUID now) {
        return Stream.ofNullable(now).filter(person -> !person.equals(before));
    }
}
