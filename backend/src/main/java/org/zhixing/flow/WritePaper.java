package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.paper.Papers;
import org.zhixing.paper.Templates;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.paper.rules.PaperStatus;
import org.zhixing.paper.rules.PaperText;
import org.zhixing.paper.rules.Template;
import org.zhixing.paper.rules.Variable;
import org.zhixing.platform.Changes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.Signing;

/** Drafts a paper from its kind's template in force, changes the draft, writes a finished one anew, gives one up. */
@RegisterForReflection(
        targets = {WritePaper.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class WritePaper {
    private final Database database;
    private final Cases cases;
    private final Papers papers;
    private final Templates templates;
    private final PaperDesk desk;
    private final PaperTold told;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    WritePaper(
            Database database,
            Cases cases,
            Papers papers,
            Templates templates,
            PaperDesk desk,
            PaperTold told,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.cases = cases;
        this.papers = papers;
        this.templates = templates;
        this.desk = desk;
        this.told = told;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param fields by the variable's name; null values are taken as not filled in yet */
    public record Wish(String kind, @Nullable String addressee, Map<String, String> fields) {}

    /** 404 out of sight, 403 not theirs to draft, 400 a field that cannot be, 422 closed or no party of the case. */
    public Uni<UUID> draft(Actor actor, UUID caseId, Wish wish, @Nullable String key) {
        byHand(papers.kind(wish.kind()));
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "paper.drafted " + caseId, wish);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> cases.lock(tx, actor, caseId)
                                .chain(of -> draft(tx, actor, of, wish))
                                .map(paper -> new FileCase.Made(paper.id()))))
                .map(FileCase.Made::id);
    }

    /** Within the transaction that holds the case. */
    Uni<Paper> draft(SqlConnection tx, Actor actor, EnforcementCase of, Wish wish) {
        PaperKinds.Kind kind = papers.kind(wish.kind());
        if (!Visibility.ofCases(actor).covers(of.team())) {
            throw Refusal.notFound();
        }
        OfCase today = new OfCase(of.judgeId(), of.executorId(), of.team());
        OfCase handlers = kind.recorded() ? today.recordedBy(actor.personId()) : today;
        if (!PaperPermits.mayDraft(actor, handlers, kind)) {
            throw Refusal.forbidden("paper-not-yours", PaperPermits.CLAUSE);
        }
        if (!of.open()) {
            throw Refusal.rule("case-closed", PaperPermits.CLAUSE);
        }
        return templates.inForce(tx, actor.courtId(), kind).chain(template -> {
            Paper paper = new Paper(
                    ids.next(),
                    actor.courtId(),
                    new Paper.Of(of.id(), of.row().number().text(), of.team(), of.open(), handlers),
                    kind.code(),
                    PaperStatus.DRAFT,
                    null,
                    1,
                    content(of, template.version(), Template.read(template.text()), wish),
                    null,
                    actor.personId(),
                    clock.today(),
                    null,
                    null,
                    false,
                    1);
            return papers.insert(tx, paper)
                    .chain(() -> told.trail(tx, actor, paper, "paper.drafted", Map.of()))
                    .replaceWith(paper);
        });
    }

    /** Changes a draft, and takes it to the template in force. */
    public Uni<Void> edit(Actor actor, UUID id, int version, Wish wish) {
        return database.inTransaction(tx -> desk.lock(tx, actor, id, version).chain(locked -> {
            byHand(locked.kind());
            return rewrite(tx, actor, locked, wish);
        }));
    }

    /** Within the transaction that holds the case and the paper. */
    Uni<Void> rewrite(SqlConnection tx, Actor actor, PaperDesk.Locked locked, Wish wish) {
        refuse(PaperPermits.Act.EDIT, actor, locked);
        return templates.inForce(tx, actor.courtId(), locked.kind()).chain(template -> {
            Paper.Content now = content(locked.of(), template.version(), Template.read(template.text()), wish);
            Paper paper = locked.paper().written(now);
            return papers.update(tx, paper)
                    .chain(() -> told.trail(
                            tx,
                            actor,
                            paper,
                            "paper.edited",
                            Map.of(
                                    Changes.KEY,
                                    changes(locked.paper().content(), now).byField())));
        });
    }

    /**
     * A new edition, unsigned; what was signed stays as it was. Asked by whoever is to sign it, it goes back to its drafter.
     * 409 where somebody else acted on it at the same time, 412 where it only changed.
     */
    public Uni<Void> anew(Actor actor, UUID id, int version, String reason) {
        return database.inTransaction(tx -> desk.lock(tx, actor, id, null).chain(locked -> {
            fresh(actor, locked, version);
            return desk.signing(tx, locked.paper()).chain(signing -> {
                if (PaperPermits.deny(
                                PaperPermits.Act.RETURN,
                                actor,
                                locked.paper(),
                                locked.kind(),
                                signing.seatOf(actor).isPresent())
                        .isEmpty()) {
                    return sendBack(tx, actor, locked.paper(), signing, reason);
                }
                byHand(locked.kind());
                return anew(tx, actor, locked, reason);
            });
        }));
    }

    /** What was signed, sent back or given up meanwhile does not wait for this person any more: they are told so. */
    private static void fresh(Actor actor, PaperDesk.Locked locked, int version) {
        Paper paper = locked.paper();
        if (version == paper.version()) {
            return;
        }
        boolean theirs = paper.is(PaperStatus.SIGNED)
                && PaperPermits.mayDraft(actor, paper.of().handlers(), locked.kind());
        if (!paper.is(PaperStatus.TO_SIGN) && !theirs) {
            throw Refusal.conflict("paper-state").under(PaperPermits.CLAUSE);
        }
        throw Refusal.stale(paper.version(), List.of("status", "fields", "signatures"));
    }

    /** The drafter and those whose signatures fall with it are told why. */
    private Uni<Void> sendBack(SqlConnection tx, Actor actor, Paper paper, Signing signing, String reason) {
        Paper back = paper.anew(reason);
        List<String> fallen =
                signing.given().stream().map(Signature::personName).toList();
        return papers.update(tx, back)
                .chain(() -> told.trail(
                        tx,
                        actor,
                        back,
                        "paper.returned",
                        Map.of("reason", reason, "edition", back.edition(), "fallen", fallen)))
                .chain(() -> told.returned(
                        tx,
                        actor,
                        back,
                        signing.given().stream().map(Signature::personId).toList(),
                        reason))
                .replaceWithVoid();
    }

    /** Within the transaction that holds the case and the paper. */
    Uni<Void> anew(SqlConnection tx, Actor actor, PaperDesk.Locked locked, String reason) {
        refuse(PaperPermits.Act.REVISE, actor, locked);
        Paper paper = locked.paper().anew(reason);
        return papers.update(tx, paper)
                .chain(() -> told.trail(
                        tx, actor, paper, "paper.revised", Map.of("reason", reason, "edition", paper.edition())));
    }

    /** Its number, if it has one, stays used and tells why. */
    public Uni<Void> giveUp(Actor actor, UUID id, int version, String reason) {
        return database.inTransaction(tx -> desk.lock(tx, actor, id, version).chain(locked -> {
            refuse(PaperPermits.Act.VOID, actor, locked);
            // What is in the e-file was signed once, and is written anew instead.
            if (locked.paper().itemId() != null) {
                throw Refusal.conflict("paper-state").under(PaperPermits.CLAUSE);
            }
            Paper paper = locked.paper().givenUp(reason);
            return papers.update(tx, paper)
                    .chain(() -> told.trail(tx, actor, paper, "paper.void", Map.of("reason", reason)));
        }));
    }

    /** 422 for a kind that an act of its own writes: what it says would then differ from what was recorded. */
    static void byHand(PaperKinds.Kind kind) {
        if (kind.recorded()) {
            throw Refusal.rule("paper-recorded", PaperPermits.CLAUSE, kind.zh());
        }
    }

    static void refuse(PaperPermits.Act act, Actor actor, PaperDesk.Locked locked) {
        PaperPermits.deny(act, actor, locked.paper(), locked.kind(), false).ifPresent(denial -> {
            if (denial.code().equals("paper-state")) {
                throw Refusal.conflict(denial.code()).under(PaperPermits.CLAUSE);
            }
            throw denial.person()
                    ? Refusal.forbidden(denial.code(), PaperPermits.CLAUSE)
                    : Refusal.rule(denial.code(), PaperPermits.CLAUSE);
        });
    }

    private static Changes changes(Paper.Content old, Paper.Content now) {
        Changes changes = new Changes()
                .field("template", old.template(), now.template())
                .field("addressee", old.addressee(), now.addressee());
        Set<String> names = new TreeSet<>(old.fields().keySet());
        names.addAll(now.fields().keySet());
        names.forEach(name -> changes.field(
                "fields." + name, old.fields().get(name), now.fields().get(name)));
        return changes;
    }

    /** What is not in the template is not kept: it would stand nowhere. */
    private static Paper.Content content(EnforcementCase of, int version, Template template, Wish wish) {
        List<Refusal.FieldError> faults = new ArrayList<>();
        Map<String, String> fields = new TreeMap<>();
        wish.fields().forEach((name, value) -> {
            Variable variable = named(name);
            if (value == null || value.isBlank()) {
                return;
            }
            String fault = variable == null ? "paper.field.unknown" : PaperText.fault(variable, value.strip());
            if (fault != null) {
                faults.add(Refusal.FieldError.of("fields." + name, value, fault, name));
            } else if (template.variables().contains(variable)) {
                fields.put(name, value.strip());
            }
        });
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults);
        }
        String addressee = wish.addressee() == null || wish.addressee().isBlank() ? null : wish.addressee();
        if (addressee != null
                && of.row().parties().stream().noneMatch(p -> p.name().equals(addressee))) {
            throw Refusal.rule(
                    "paper-no-party",
                    PaperPermits.CLAUSE,
                    addressee,
                    of.row().number().text());
        }
        return new Paper.Content(version, addressee, fields);
    }

    private static @Nullable Variable named(String name) {
        return java.util.Arrays.stream(Variable.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** 400 for each thing that the template names and nobody has filled in. */
    static void complete(Paper paper, Template template) {
        Map<String, Object> open = new LinkedHashMap<>();
        for (Variable variable : template.variables()) {
            if (variable.asked() && !paper.content().fields().containsKey(variable.name())) {
                open.put("fields." + variable.name(), variable.word());
            }
        }
        if (template.variables().contains(Variable.ADDRESSEE) && paper.content().addressee() == null) {
            open.put("addressee", Variable.ADDRESSEE.word());
        }
        if (!open.isEmpty()) {
            throw Refusal.fields(open.entrySet().stream()
                    .map(e -> Refusal.FieldError.of(e.getKey(), null, "paper.field.open", e.getValue()))
                    .toList());
        }
    }
}
