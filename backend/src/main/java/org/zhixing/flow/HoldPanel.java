package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.panel.Panels;
import org.zhixing.panel.rules.Deliberation;
import org.zhixing.panel.rules.Panel;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/**
 * A clerk records a panel (合议, clause 一(五)): judge and executor deliberate, the clerk writes the minutes with every
 * dissent, and all three sign that paper in any order. It is the paper that is numbered, signed and filed.
 */
@RegisterForReflection(
        targets = {Deliberation.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class HoldPanel {
    private final Database database;
    private final Cases cases;
    private final Panels panels;
    private final PaperDesk desk;
    private final WritePaper writing;
    private final SignPaper signing;
    private final Names names;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    HoldPanel(
            Database database,
            Cases cases,
            Panels panels,
            PaperDesk desk,
            WritePaper writing,
            SignPaper signing,
            Names names,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.cases = cases;
        this.panels = panels;
        this.desk = desk;
        this.writing = writing;
        this.signing = signing;
        this.names = names;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** 404 out of sight, 403 not a clerk of the team, 400 a day to come, 422 the case or the deliberation does not allow it. */
    public Uni<UUID> record(Actor actor, UUID caseId, Deliberation held, @Nullable String key) {
        check(held);
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "panel.recorded " + caseId, held);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> cases.lock(tx, actor, caseId)
                                .chain(of -> record(tx, actor, of, held))))
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> record(SqlConnection tx, Actor actor, EnforcementCase of, Deliberation held) {
        if (!Seat.CASE_CLERK.isTakenBy(actor, new OfCase(of.judgeId(), of.executorId(), of.team()))) {
            throw Refusal.forbidden("panel-not-clerk", PaperPermits.CLAUSE);
        }
        Panel.Members members = members(of, actor.personId());
        return wish(actor, members, held)
                .chain(wish -> writing.draft(tx, actor, of, wish))
                .chain(paper -> {
                    Panel panel = new Panel(ids.next(), members, held, paper);
                    return panels.insert(tx, panel).replaceWith(new FileCase.Made(panel.id()));
                });
    }

    /** 409 no draft, 412 changed meanwhile. Whoever handles the case today is a member of what is written today. */
    public Uni<Void> edit(Actor actor, UUID id, int version, Deliberation held) {
        check(held);
        return locked(actor, id, version, (tx, panel, locked) -> {
            Panel.Members members = members(locked.of(), panel.members().clerkId());
            return wish(actor, members, held)
                    .chain(wish -> writing.rewrite(tx, actor, locked, wish))
                    .chain(() -> panels.update(tx, id, members, held));
        });
    }

    /** 422 where the members are not the case's handlers any more. */
    public Uni<Void> submit(Actor actor, UUID id, int version) {
        return locked(actor, id, version, (tx, panel, locked) -> {
            if (!panel.members().stand(locked.paper().of().handlers())) {
                throw Refusal.rule("signing-requires-panel-stands", PaperPermits.CLAUSE);
            }
            return signing.submit(tx, actor, locked).chain(paper -> panels.keepEdition(tx, panel, paper.edition()));
        });
    }

    public Uni<Void> anew(Actor actor, UUID id, int version, String reason) {
        return locked(actor, id, version, (tx, panel, locked) -> writing.anew(tx, actor, locked, reason));
    }

    private interface Work {
        Uni<?> on(SqlConnection tx, Panel panel, PaperDesk.Locked locked);
    }

    private Uni<Void> locked(Actor actor, UUID id, int version, Work work) {
        return database.inTransaction(tx -> panels.find(tx, actor, id)
                .chain(seen -> desk.lock(tx, actor, seen.minutes().id(), version))
                .chain(locked -> panels.find(tx, actor, id).chain(panel -> work.on(tx, panel, locked)))
                .replaceWithVoid());
    }

    private void check(Deliberation held) {
        if (held.heldOn().isAfter(clock.today())) {
            throw Refusal.field("heldOn", held.heldOn(), "field.range", LocalDate.EPOCH, clock.today());
        }
        held.fault().ifPresent(code -> {
            throw Refusal.rule(code, PaperPermits.CLAUSE);
        });
    }

    private static Panel.Members members(EnforcementCase of, UUID clerk) {
        UUID judge = of.judgeId();
        UUID executor = of.executorId();
        if (judge == null
                || executor == null
                || judge.equals(executor)
                || clerk.equals(judge)
                || clerk.equals(executor)) {
            throw Refusal.rule("panel-incomplete", PaperPermits.CLAUSE);
        }
        return new Panel.Members(judge, executor, clerk);
    }

    private Uni<WritePaper.Wish> wish(Actor actor, Panel.Members members, Deliberation held) {
        return names.of(actor.courtId()).map(known -> {
            Map<Seat, String> people = new EnumMap<>(Seat.class);
            members.bySeat()
                    .forEach((seat, id) -> people.put(
                            seat, known.getOrDefault(id, Names.Known.NOBODY).name()));
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("TIME", day(held.heldOn()) + " " + held.heldAt());
            fields.put("PLACE", held.place());
            fields.put("MATTER", held.matter());
            fields.put("RECORDER", Objects.requireNonNull(people.get(Seat.CASE_CLERK)));
            fields.put("RECORD", held.record(people));
            fields.put("RESULT", held.resolution());
            return new WritePaper.Wish(Panels.MINUTES, null, fields);
        });
    }

    private static String day(LocalDate on) {
        return on.getYear() + "年" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日";
    }
}
