package org.zhixing.measure.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.audit.Looks;
import org.zhixing.cases.Cases;
import org.zhixing.measure.Assets;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;

/** Assets as answers show them, the queues settled up to today; 404 where the case is out of sight. */
@ApplicationScoped
class AssetViews {
    private final Cases cases;
    private final Assets assets;
    private final Names names;
    private final Looks looks;
    private final Database database;
    private final CourtClock clock;

    AssetViews(Cases cases, Assets assets, Names names, Looks looks, Database database, CourtClock clock) {
        this.cases = cases;
        this.assets = assets;
        this.names = names;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    Uni<List<AssetView>> list(Actor actor, UUID caseId) {
        return reader(actor, caseId).chain(reader -> acts(actor, caseId, null)
                .chain(acts -> assets.measuresOfCase(database.reading(), actor.courtId(), caseId)
                        .map(this::settled)
                        .chain(held -> assets.ofCase(database.reading(), actor.courtId(), caseId)
                                .map(all -> all.stream()
                                        .map(a -> AssetView.from(a, held.getOrDefault(a.id(), List.of()), acts, reader))
                                        .toList())))
                .call(seen -> looked(reader, caseId, seen)));
    }

    Uni<List<AssetView>> versions(Actor actor, UUID caseId, UUID assetId) {
        return reader(actor, caseId).chain(reader -> names.of(actor.courtId())
                .chain(known -> assets.versions(database.reading(), actor.courtId(), caseId, assetId)
                        .map(all -> {
                            if (all.isEmpty()) {
                                throw Refusal.notFound();
                            }
                            AssetView.Acts none = new AssetView.Acts(List.of(), known);
                            return all.stream()
                                    .map(a -> AssetView.from(a, List.of(), none, reader))
                                    .toList();
                        }))
                .call(seen -> looked(reader, caseId, seen)));
    }

    Uni<AssetView> one(Actor actor, UUID caseId, UUID assetId) {
        return reader(actor, caseId).chain(reader -> acts(actor, caseId, assetId)
                .chain(acts -> assets.find(database.reading(), actor.courtId(), caseId, assetId)
                        .chain(asset -> assets.queue(database.reading(), actor.courtId(), assetId)
                                .map(queue -> AssetView.from(
                                        asset, queue.settled(clock.today()).all(), acts, reader))))
                .call(seen -> looked(reader, caseId, List.of(seen))));
    }

    Uni<RestResponse<AssetView>> created(Actor actor, UUID caseId, UUID assetId) {
        return one(actor, caseId, assetId).map(view -> RestResponse.ResponseBuilder.<AssetView>created(
                        URI.create("/api/v1/cases/" + view.caseId() + "/assets"))
                .header("ETag", Versions.etag(view.version()))
                .entity(view)
                .build());
    }

    Uni<RestResponse<AssetView>> tagged(Actor actor, UUID caseId, UUID assetId) {
        return one(actor, caseId, assetId).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build());
    }

    private Uni<AssetView.Reader> reader(Actor actor, UUID caseId) {
        return cases.find(database.reading(), actor, caseId)
                .map(found -> new AssetView.Reader(
                        actor,
                        found.handledBy(actor.personId()),
                        found.row().number().text(),
                        clock.today()));
    }

    /** Accounts and certificates that were shown in full are a look; masked ones tell nothing. */
    private Uni<Void> looked(AssetView.Reader reader, UUID caseId, List<AssetView> seen) {
        return reader.inFull() && seen.stream().anyMatch(asset -> asset.identifier() != null)
                ? looks.at(
                        reader.actor(),
                        new Entry("asset.looked", caseId, caseId, Map.of("number", reader.caseNumber())))
                : Uni.createFrom().voidItem();
    }

    private Uni<AssetView.Acts> acts(Actor actor, UUID caseId, @Nullable UUID assetId) {
        return names.of(actor.courtId())
                .chain(known -> assets.acts(database.reading(), actor.courtId(), caseId, assetId)
                        .map(done -> new AssetView.Acts(done, known)));
    }

    private Map<UUID, List<Measure>> settled(List<Measure> all) {
        LocalDate today = clock.today();
        return all.stream()
                .collect(Collectors.groupingBy(
                        Measure::assetId,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                queue -> new MeasureQueue(queue).settled(today).all())));
    }
}
