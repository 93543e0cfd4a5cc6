package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.access.rules.Person;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.dossier.Volumes;
import org.zhixing.panel.Panels;
import org.zhixing.paper.PaperPress;
import org.zhixing.paper.Papers;
import org.zhixing.paper.Templates;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.paper.rules.PaperText;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.Signatures;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.Signing;
import org.zhixing.signing.rules.SigningRule;

/** A paper with what it is judged and printed by: its case, its signatures, the people on it. */
@ApplicationScoped
public class PaperDesk {
    private static final List<String> QUERY_RESULTS = List.of("PROPERTY_QUERY_RESULT", "OFFLINE_QUERY_RESULT");

    private final Papers papers;
    private final Panels panels;
    private final Cases cases;
    private final Templates templates;
    private final Signatures signatures;
    private final SigningPolicies rules;
    private final Volumes volumes;
    private final PaperPress press;
    private final Actors actors;
    private final Names names;
    private final Database database;
    private final CourtClock clock;

    PaperDesk(
            Papers papers,
            Panels panels,
            Cases cases,
            Templates templates,
            Signatures signatures,
            SigningPolicies rules,
            Volumes volumes,
            PaperPress press,
            Actors actors,
            Names names,
            Database database,
            CourtClock clock) {
        this.papers = papers;
        this.panels = panels;
        this.cases = cases;
        this.templates = templates;
        this.signatures = signatures;
        this.rules = rules;
        this.volumes = volumes;
        this.press = press;
        this.actors = actors;
        this.names = names;
        this.database = database;
        this.clock = clock;
    }

    /** A paper locked with its case. */
    record Locked(Paper paper, EnforcementCase of, PaperKinds.Kind kind) {}

    /** The case before the paper, as everybody locks; 404 out of sight, 412 changed meanwhile. */
    Uni<Locked> lock(SqlConnection tx, Actor actor, UUID id, @Nullable Integer version) {
        return papers.find(tx, actor, id)
                .chain(seen -> cases.lockWhole(tx, actor.courtId(), seen.of().id()))
                .chain(of -> papers.lock(tx, actor, id).map(paper -> {
                    if (version != null && version != paper.version()) {
                        throw Refusal.stale(paper.version(), List.of("status", "fields", "signatures"));
                    }
                    return new Locked(paper, of, papers.kind(paper.kind()));
                }));
    }

    /** The paper on its way to its signatures, with what its rule requires looked up. */
    Uni<Signing> signing(SqlClient client, Paper paper) {
        return signatures
                .of(client, paper.courtId(), Map.of(paper.id(), paper.edition()))
                .chain(given -> signing(client, paper, given.getOrDefault(paper.id(), List.of())));
    }

    /** The same with the signatures that the caller has read. */
    public Uni<Signing> signing(SqlClient client, Paper paper, List<Signature> given) {
        return rules.book(client, paper.courtId())
                .map(book -> book.rule(paper.kind(), paper.signingVersion(), clock.today()))
                .chain(rule -> unmet(client, paper, rule)
                        .map(unmet -> new Signing(rule, paper.of().handlers(), paper.large(), given, unmet)));
    }

    private Uni<Set<SigningRule.Fact>> unmet(SqlClient client, Paper paper, SigningRule rule) {
        Uni<Set<SigningRule.Fact>> all = Uni.createFrom().item(() -> EnumSet.noneOf(SigningRule.Fact.class));
        for (SigningRule.Requirement condition : rule.requires()) {
            all = all.chain(unmet -> met(client, paper, condition.fact()).map(met -> {
                if (!met) {
                    unmet.add(condition.fact());
                }
                return unmet;
            }));
        }
        return all;
    }

    private Uni<Boolean> met(SqlClient client, Paper paper, SigningRule.Fact fact) {
        UUID caseId = paper.of().id();
        String whom = paper.content().addressee() == null ? "" : paper.content().addressee();
        return switch (fact) {
            case QUERY_RESULT ->
                volumes.counts(client, paper.courtId(), caseId)
                        .map(counts -> QUERY_RESULTS.stream().anyMatch(each -> counts.getOrDefault(each, 0) > 0));
            case NOTICE_SERVED -> papers.noticeServed(client, paper.courtId(), caseId, whom, clock.today());
            case PANEL_STANDS -> panels.stands(client, paper);
            // There is no act of the final review desk yet, so no case has passed it.
            case FINAL_REVIEW_PASSED -> Uni.createFrom().item(false);
            case OF_AGE -> papers.ofAge(client, paper.courtId(), caseId, whom, clock.today());
        };
    }

    /** What a paper is printed by. @param number "" prints a blank for it */
    Uni<PaperText.Facts> facts(Actor actor, EnforcementCase of, @Nullable PaperNumber number, boolean masked) {
        Function<String, String> shown = masked ? name -> String.valueOf(Masking.name(name)) : name -> name;
        return actors.personOf(actor.personId())
                .map(Optional::orElseThrow)
                .map(Person::courtName)
                .chain(court -> names.of(actor.courtId())
                        .map(known -> new PaperText.Facts(
                                court,
                                of,
                                name(known, of.judgeId()),
                                name(known, of.executorId()),
                                number == null ? null : number.text(),
                                clock.today(),
                                shown)));
    }

    private static @Nullable String name(Map<UUID, Names.Known> known, @Nullable UUID person) {
        return person == null
                ? null
                : known.getOrDefault(person, Names.Known.NOBODY).name();
    }

    /** The text of that version of the kind's template. */
    Uni<String> template(SqlClient client, int courtId, PaperKinds.Kind kind, int version) {
        return templates.versions(client, courtId, kind).map(all -> all.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow()
                .text());
    }

    Uni<byte[]> print(Actor actor, Paper paper, EnforcementCase of, @Nullable PaperNumber number, String template) {
        return facts(actor, of, number, false)
                .chain(facts -> press.print(papers.kind(paper.kind()), template, facts, paper.content()));
    }

    /** The draft as it would be printed now; 404 out of sight. */
    public Uni<byte[]> preview(Actor actor, UUID id) {
        SqlClient client = database.reading();
        return papers.find(client, actor, id)
                .chain(paper -> cases.find(client, actor, paper.of().id()).chain(of -> template(
                                client,
                                actor.courtId(),
                                papers.kind(paper.kind()),
                                paper.content().template())
                        .chain(text -> print(actor, paper, of, paper.number(), text))));
    }
}
