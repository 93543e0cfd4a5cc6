package org.zhixing.paper.web;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.Serving;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.signing.Signatures;
import org.zhixing.signing.SigningBook;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.Signing;

/** Papers as they are shown, with four queries however many there are. */
@ApplicationScoped
class PaperViews {
    private final Papers papers;
    private final Signatures signatures;
    private final SigningPolicies rules;
    private final Names names;
    private final Database database;
    private final CourtClock clock;

    PaperViews(
            Papers papers,
            Signatures signatures,
            SigningPolicies rules,
            Names names,
            Database database,
            CourtClock clock) {
        this.papers = papers;
        this.signatures = signatures;
        this.rules = rules;
        this.names = names;
        this.database = database;
        this.clock = clock;
    }

    Uni<List<PaperView>> of(Actor actor, List<Paper> all) {
        SqlClient client = database.reading();
        List<UUID> ids = all.stream().map(Paper::id).toList();
        return signatures
                .of(client, actor.courtId(), all.stream().collect(Collectors.toMap(Paper::id, Paper::edition)))
                .chain(given -> papers.servings(client, actor.courtId(), ids)
                        .chain(servings -> rules.book(client, actor.courtId())
                                .chain(book -> names.of(actor.courtId()).map(known -> all.stream()
                                        .map(paper -> view(actor, paper, signing(book, paper, given), servings, known))
                                        .toList()))));
    }

    Uni<PaperView> of(Actor actor, Paper paper) {
        return of(actor, List.of(paper)).map(all -> all.get(0));
    }

    private Signing signing(SigningBook book, Paper paper, Map<UUID, List<Signature>> given) {
        return new Signing(
                book.rule(paper.kind(), paper.signingVersion(), clock.today()),
                paper.of().handlers(),
                paper.large(),
                given.getOrDefault(paper.id(), List.of()),
                Set.of());
    }

    private PaperView view(
            Actor actor,
            Paper paper,
            Signing signing,
            Map<UUID, List<Serving>> servings,
            Map<UUID, Names.Known> known) {
        return PaperView.from(
                paper, papers.kind(paper.kind()), signing, servings.getOrDefault(paper.id(), List.of()), actor, known);
    }
}
