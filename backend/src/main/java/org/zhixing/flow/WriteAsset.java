package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.measure.Assets;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.MeasurePermits;
import org.zhixing.platform.Changes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** Writes down what was found of a respondent's; what can be disposed of begins its month (二(四)4). */
@RegisterForReflection(
        targets = {Asset.Facts.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class WriteAsset {
    private final Database database;
    private final CaseFile file;
    private final Assets assets;
    private final AssetNodes nodes;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    WriteAsset(
            Database database,
            CaseFile file,
            Assets assets,
            AssetNodes nodes,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.file = file;
        this.assets = assets;
        this.nodes = nodes;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** Which asset, in the version the caller has seen. */
    public record Seen(UUID caseId, UUID assetId, int version) {}

    public Uni<UUID> write(Actor actor, UUID caseId, Asset.Facts facts, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "write-asset " + caseId, facts);
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> file.lock(tx, actor, caseId)
                        .chain(open -> {
                            check(actor, open, facts);
                            Asset asset = new Asset(
                                    ids.next(),
                                    actor.courtId(),
                                    caseId,
                                    facts,
                                    actor.personId(),
                                    clock.today(),
                                    null,
                                    1);
                            Entry found = new Entry("asset.found", asset.caseId(), asset.id(), detail(asset, null));
                            return assetKept(tx, actor, open, asset, found, assets.insert(tx, asset));
                        })))
                .map(FileCase.Made::id);
    }

    /** A new version beside those before it; 412 where the asset was corrected meanwhile. */
    public Uni<UUID> correct(Actor actor, Seen seen, Asset.Facts facts, String reason) {
        return database.inTransaction(tx -> file.lock(tx, actor, seen.caseId()).chain(open -> assets.find(
                                tx, actor.courtId(), seen.caseId(), seen.assetId())
                        .chain(asset -> {
                            check(actor, open, facts);
                            if (asset.version() != seen.version()) {
                                throw Refusal.stale(asset.version(), List.of("description", "value"));
                            }
                            Asset now = asset.corrected(facts, actor.personId(), clock.today(), reason);
                            Entry corrected = new Entry("asset.corrected", now.caseId(), now.id(), detail(now, asset));
                            return assetKept(tx, actor, open, now, corrected, assets.correct(tx, now));
                        })))
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> assetKept(
            SqlConnection tx, Actor actor, CaseFile.Open open, Asset asset, Entry entry, Uni<Integer> written) {
        return nodes.disposal(tx, open, asset)
                .chain(() -> written)
                .chain(() -> audit.write(tx, Audit.by(actor), List.of(entry)))
                .replaceWith(new FileCase.Made(asset.id()));
    }

    private void check(Actor actor, CaseFile.Open open, Asset.Facts facts) {
        EnforcementCase found = open.subject();
        if (!found.handledBy(actor.personId())) {
            throw Refusal.forbidden("measure-not-yours", MeasurePermits.CLAUSE);
        }
        if (facts.foundOn().isAfter(clock.today())) {
            throw Refusal.field("foundOn", facts.foundOn(), "measure.future", clock.today());
        }
        boolean party = found.row().parties().stream()
                .anyMatch(p -> p.role() == PartyRole.RESPONDENT && p.name().equals(facts.respondent()));
        if (!party) {
            throw Refusal.rule(
                    "asset-not-respondent",
                    MeasurePermits.CLAUSE,
                    facts.respondent(),
                    found.row().number().text());
        }
    }

    /**
     * Without the account or certificate: the trail is read by more people than may see it.
     *
     * @param before the version whose place this one takes; null of the first
     */
    static Map<String, Object> detail(Asset asset, @Nullable Asset before) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("asset", asset.facts().description());
        detail.put("kind", asset.facts().kind().name());
        detail.put("respondent", asset.facts().respondent());
        String reason = asset.reason();
        if (reason != null) {
            detail.put("reason", reason);
        }
        if (before != null) {
            detail.put(Changes.KEY, changes(before.facts(), asset.facts()).byField());
        }
        return detail;
    }

    private static Changes changes(Asset.Facts old, Asset.Facts now) {
        return new Changes()
                .field("kind", old.kind(), now.kind())
                .field("respondent", old.respondent(), now.respondent())
                .field("description", old.description(), now.description())
                .field("holder", old.holder(), now.holder())
                .masked("identifier", old.identifier(), now.identifier(), Masking::bankAccount)
                .field("value", old.value(), now.value())
                .field("appraised", old.appraised(), now.appraised())
                .field("source", old.source(), now.source())
                .field("foundOn", old.foundOn(), now.foundOn())
                .field("disposable", old.disposable(), now.disposable());
    }
}
