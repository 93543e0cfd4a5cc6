package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.SeizureTerm;
import org.zhixing.measure.Assets;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.Lifted;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureAct;
import org.zhixing.measure.rules.MeasureKind;
import org.zhixing.measure.rules.MeasurePermits;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** Seizes, freezes or detains an asset, renews it before it ends, and lifts it (民诉法解释第485条). */
@RegisterForReflection(
        targets = {HoldAsset.Wish.class, MeasurePaper.Given.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class HoldAsset {
    private final Database database;
    private final CaseFile file;
    private final Assets assets;
    private final AssetNodes nodes;
    private final MeasurePaper papers;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    HoldAsset(
            Database database,
            CaseFile file,
            Assets assets,
            AssetNodes nodes,
            MeasurePaper papers,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.file = file;
        this.assets = assets;
        this.nodes = nodes;
        this.papers = papers;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** What was done; {@code endsOn} null is as long as the law lets it, {@code otherCourt} null is ours. */
    public record Wish(
            MeasureKind kind,
            String document,
            LocalDate takenOn,
            @Nullable LocalDate endsOn,
            @Nullable String otherCourt,
            MeasurePaper.Given paper) {}

    /** An act's number of the paper, and the paper itself where it is at hand. */
    public record Paper(String document, MeasurePaper.Given given) {}

    /** What a partial release gives up: CNY, or a part of the property in words, or both. */
    public record Part(
            @Nullable BigDecimal amount, @Nullable String what, String reason) {}

    /** Which measure, in the version the caller has seen. */
    public record Seen(UUID caseId, UUID assetId, UUID measureId, int version) {}

    /** The asset and its queue while the case is locked. */
    private record Held(CaseFile.Open open, Asset asset, MeasureQueue before) {}

    public Uni<UUID> take(Actor actor, UUID caseId, UUID assetId, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "take-measure " + assetId, wish);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> held(tx, actor, caseId, assetId)
                                .chain(held -> {
                                    Measure taken = measure(held, wish);
                                    refuse(MeasurePermits.denyTaking(taken, wish.endsOn(), clock.today()));
                                    MeasureQueue now = held.before().taken(taken, wish.endsOn(), clock.today());
                                    Map<String, Object> detail = detail(held, taken);
                                    MeasureAct act = act(
                                            actor,
                                            taken,
                                            MeasureAct.Kind.TAKEN,
                                            wish.takenOn(),
                                            now.find(taken.id()).orElseThrow().endsOn(),
                                            null);
                                    Done done = new Done(
                                            now,
                                            new Entry("measure.taken", caseId, taken.id(), detail),
                                            act,
                                            new Paper(wish.document(), wish.paper()));
                                    return save(tx, actor, held, done).replaceWith(new FileCase.Made(taken.id()));
                                })))
                .map(FileCase.Made::id);
    }

    private Measure measure(Held held, Wish wish) {
        Asset asset = held.asset();
        return new Measure(
                ids.next(),
                asset.courtId(),
                asset.caseId(),
                asset.id(),
                wish.kind(),
                wish.otherCourt(),
                wish.document(),
                wish.takenOn(),
                years(held.open().rulebook(), asset, wish.takenOn()),
                Measure.FIRST,
                null,
                null,
                null,
                null,
                Lifted.NOTHING,
                1);
    }

    private static int years(Nodes.Rulebook rulebook, Asset asset, LocalDate on) {
        return rulebook.inForce(on).document().seizureTerms().stream()
                .filter(term -> term.property() == asset.facts().kind().property())
                .mapToInt(SeizureTerm::years)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No term for " + asset.facts().kind().property()));
    }

    /** From the old end on; asked before it. */
    public Uni<Void> renew(Actor actor, Seen seen, LocalDate endsOn, Paper paper) {
        return act(actor, seen, (held, measure) -> {
            refuse(MeasurePermits.denyRenewing(measure, endsOn, clock.today()));
            Map<String, Object> detail = detail(held, measure);
            detail.put("document", paper.document());
            detail.put("until", endsOn.toString());
            return new Done(
                    held.before().renewed(measure.id(), endsOn, clock.today()),
                    new Entry("measure.renewed", seen.caseId(), measure.id(), detail),
                    act(actor, measure, MeasureAct.Kind.RENEWED, clock.today(), endsOn, null),
                    paper);
        });
    }

    /** The rest stays held, in its place and for its time. */
    public Uni<Void> releasePart(Actor actor, Seen seen, Part part, Paper paper) {
        return act(actor, seen, (held, measure) -> {
            BigDecimal value = held.asset().facts().value();
            refuse(MeasurePermits.denyReleasingPart(measure, value, part.amount(), part.what(), clock.today()));
            Lifted now = measure.lifted().plus(part.amount(), part.what());
            Map<String, Object> detail = detail(held, measure);
            detail.put("document", paper.document());
            detail.put("reason", part.reason());
            detail.put("part", words(part));
            MeasureAct act = new MeasureAct(
                    measure.id(),
                    1,
                    MeasureAct.Kind.PART_RELEASED,
                    clock.today(),
                    actor.personId(),
                    paper.document(),
                    null,
                    null,
                    part.amount(),
                    part.what(),
                    part.reason());
            return new Done(
                    held.before().partlyReleased(measure.id(), now, clock.today()),
                    new Entry("measure.part-released", seen.caseId(), measure.id(), detail),
                    act,
                    paper);
        });
    }

    private static String words(Part part) {
        BigDecimal amount = part.amount();
        return Stream.concat(
                        Stream.ofNullable(part.what()),
                        Stream.ofNullable(
                                amount == null ? null : amount.setScale(2).toPlainString() + " CNY"))
                .collect(Collectors.joining(" "));
    }

    /** Puts the paper to an act that was done without it. */
    public Uni<Void> attach(Actor actor, UUID caseId, UUID assetId, UUID measureId, int no, MeasurePaper.Given given) {
        return database.inTransaction(tx -> held(tx, actor, caseId, assetId).chain(held -> {
            Measure measure = held.before().find(measureId).orElseThrow(Refusal::notFound);
            return papers.file(tx, actor, caseId, measure.document(), given)
                    .map(item -> item.orElseThrow(() -> Refusal.field("paper", null, "field.required")))
                    .call(item -> assets.attach(tx, actor.courtId(), measureId, no, item))
                    .chain(item -> {
                        Map<String, Object> detail = detail(held, measure);
                        detail.put("itemId", item);
                        return audit.write(
                                tx,
                                Audit.by(actor),
                                List.of(new Entry("measure.paper-filed", caseId, measureId, detail)));
                    });
        }));
    }

    /** The next in the queue moves up on this day. */
    public Uni<Void> release(Actor actor, Seen seen, String reason, Paper paper) {
        return act(actor, seen, (held, measure) -> {
            refuse(MeasurePermits.denyReleasing(measure, clock.today()));
            Map<String, Object> detail = detail(held, measure);
            detail.put("document", paper.document());
            detail.put("reason", reason);
            return new Done(
                    held.before().released(measure.id(), clock.today(), reason),
                    new Entry("measure.released", seen.caseId(), measure.id(), detail),
                    act(actor, measure, MeasureAct.Kind.RELEASED, clock.today(), null, reason),
                    paper);
        });
    }

    private static MeasureAct act(
            Actor actor,
            Measure measure,
            MeasureAct.Kind kind,
            LocalDate on,
            @Nullable LocalDate endsOn,
            @Nullable String reason) {
        return new MeasureAct(measure.id(), 1, kind, on, actor.personId(), null, null, endsOn, null, null, reason);
    }

    /** What the act comes to: the queue after it, the trail's row, and the act with its paper. */
    private record Done(MeasureQueue now, Entry entry, MeasureAct act, Paper paper) {}

    private interface Act {
        Done on(Held held, Measure measure);
    }

    /** A measure is judged as it stands today, ends since it was written seen to. */
    private Uni<Void> act(Actor actor, Seen seen, Act act) {
        return database.inTransaction(
                tx -> held(tx, actor, seen.caseId(), seen.assetId()).chain(held -> {
                    Measure written = held.before().find(seen.measureId()).orElseThrow(Refusal::notFound);
                    if (written.version() != seen.version()) {
                        throw Refusal.stale(written.version(), List.of("place", "endsOn", "releasedOn"));
                    }
                    Measure today = held.before()
                            .settled(clock.today())
                            .find(seen.measureId())
                            .orElseThrow();
                    Done done = act.on(held, today);
                    return save(tx, actor, held, done);
                }));
    }

    private Uni<Held> held(SqlConnection tx, Actor actor, UUID caseId, UUID assetId) {
        return file.lock(tx, actor, caseId).chain(open -> {
            if (!open.subject().handledBy(actor.personId())) {
                throw Refusal.forbidden("measure-not-yours", MeasurePermits.CLAUSE);
            }
            return assets.find(tx, actor.courtId(), caseId, assetId)
                    .chain(asset ->
                            assets.queue(tx, actor.courtId(), assetId).map(queue -> new Held(open, asset, queue)));
        });
    }

    private Uni<Void> save(SqlConnection tx, Actor actor, Held held, Done done) {
        UUID caseId = held.asset().caseId();
        String document = done.paper().document();
        return nodes.expiry(tx, actor.personId(), held.open(), done.now())
                .chain(() -> assets.save(tx, held.before(), done.now()))
                .chain(() ->
                        papers.file(tx, actor, caseId, document, done.paper().given()))
                .chain(item -> assets.insert(tx, actor.courtId(), done.act().with(document, item.orElse(null))))
                .chain(() -> audit.write(tx, Audit.by(actor), List.of(done.entry())));
    }

    private static Map<String, Object> detail(Held held, Measure measure) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("asset", held.asset().facts().description());
        detail.put("kind", measure.kind().name());
        detail.put("document", measure.document());
        return detail;
    }

    private static void refuse(Optional<MeasurePermits.Denial> denial) {
        denial.ifPresent(no -> {
            throw Refusal.rule(no.code(), MeasurePermits.CLAUSE, no.facts().toArray());
        });
    }
}
