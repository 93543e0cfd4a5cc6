package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.rules.Source;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.paper.rules.ServiceManner;
import org.zhixing.paper.rules.Serving;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * Records that a signed paper was served (送达), with its proof in the e-file. Service by publication asks in the same
 * transaction for the suspension that it brings (法发〔2006〕35号 art. 13).
 */
@RegisterForReflection(
        targets = {ServePaper.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ServePaper {
    private final Database database;
    private final Papers papers;
    private final PaperDesk desk;
    private final PaperTold told;
    private final FileItem items;
    private final Files files;
    private final SuspendCase suspensions;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    ServePaper(
            Database database,
            Papers papers,
            PaperDesk desk,
            PaperTold told,
            FileItem items,
            Files files,
            SuspendCase suspensions,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.papers = papers;
        this.desk = desk;
        this.told = told;
        this.items = items;
        this.files = files;
        this.suspensions = suspensions;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * How it was served.
     *
     * @param on the court date it was handed over, or published
     * @param proof the finished upload of the proof of service
     */
    public record Wish(
            String recipient,
            ServiceManner manner,
            LocalDate on,
            UUID proof,
            @Nullable String note) {}

    /** 404 out of sight, 403 not theirs, 409 not signed, 400 a day to come, 422 no party of the case. */
    public Uni<UUID> serve(Actor actor, UUID id, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "paper.served " + id, wish);
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> papers.find(tx, actor, id)
                        .chain(paper -> suspend(tx, actor, paper, wish))
                        .chain(suspension -> desk.lock(tx, actor, id, null)
                                .chain(locked -> serve(tx, actor, locked, wish, suspension.orElse(null))))))
                .map(FileCase.Made::id);
    }

    /** Asked first, since it holds the calendar before the case. */
    private Uni<Optional<UUID>> suspend(SqlConnection tx, Actor actor, Paper paper, Wish wish) {
        if (wish.manner() != ServiceManner.PUBLICATION
                || !PaperPermits.allowed(actor, paper, papers.kind(paper.kind()), false)
                        .contains(PaperPermits.Act.SERVE)) {
            return Uni.createFrom().item(Optional.empty());
        }
        check(paper, wish);
        LocalDate last = servedOn(wish);
        var asked = new SuspendCase.Wish(
                SuspensionReason.SERVICE_BY_PUBLICATION,
                wish.on(),
                last.plusDays(1),
                told.name(paper) + " 公告送达 " + wish.recipient());
        return suspensions.askWithin(tx, actor, paper.of().id(), asked).map(made -> Optional.of(made.id()));
    }

    private LocalDate servedOn(Wish wish) {
        return Serving.servedOn(wish.manner(), wish.on(), papers.kinds().publicationDays());
    }

    private void check(Paper paper, Wish wish) {
        Paper.Fixed fixed = paper.fixed();
        if (wish.on().isAfter(clock.today())) {
            throw Refusal.field("on", wish.on(), "paper.serve.future", clock.today());
        }
        if (fixed != null && wish.on().isBefore(paper.draftedOn())) {
            throw Refusal.field("on", wish.on(), "paper.serve.early", paper.draftedOn());
        }
    }

    private Uni<FileCase.Made> serve(
            SqlConnection tx, Actor actor, PaperDesk.Locked locked, Wish wish, @Nullable UUID suspension) {
        WritePaper.refuse(PaperPermits.Act.SERVE, actor, locked);
        Paper paper = locked.paper();
        check(paper, wish);
        if (locked.of().row().parties().stream().noneMatch(p -> p.name().equals(wish.recipient()))) {
            throw Refusal.rule(
                    "paper-no-party",
                    PaperPermits.CLAUSE,
                    wish.recipient(),
                    paper.of().number());
        }
        return files.ofUpload(tx, actor, wish.proof())
                .chain(file -> items.attach(
                        tx,
                        actor,
                        new FileItem.Request(
                                paper.of().id(),
                                "SERVICE_RECEIPT",
                                "送达回证 " + told.name(paper) + "（" + wish.recipient() + "）",
                                file.id(),
                                Source.SCAN,
                                null,
                                null,
                                wish.note(),
                                null)))
                .chain(item -> {
                    Serving serving = new Serving(
                            ids.next(),
                            paper.id(),
                            wish.recipient(),
                            wish.manner(),
                            wish.on(),
                            servedOn(wish),
                            item.itemId(),
                            wish.note(),
                            actor.personId());
                    return papers.serve(tx, paper, serving, suspension)
                            .chain(() -> papers.update(tx, paper))
                            .chain(() -> told.trail(tx, actor, paper, "paper.served", detail(serving)))
                            .chain(() -> told.served(tx, actor, paper, serving.id(), wish.recipient()))
                            .replaceWith(new FileCase.Made(serving.id()));
                });
    }

    private static Map<String, Object> detail(Serving serving) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("recipient", serving.recipient());
        detail.put("manner", serving.manner().name());
        detail.put("on", serving.on());
        detail.put("servedOn", serving.servedOn());
        return detail;
    }
}
