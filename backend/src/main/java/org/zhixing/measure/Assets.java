package org.zhixing.measure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureAct;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.measure.store.ActRows;
import org.zhixing.measure.store.AssetRows;
import org.zhixing.measure.store.MeasureRows;
import org.zhixing.platform.Refusal;

/** What was found of the respondents', and what is held of it. */
@ApplicationScoped
public class Assets {
    private final AssetRows assets;
    private final MeasureRows measures;
    private final ActRows acts;

    Assets(AssetRows assets, MeasureRows measures, ActRows acts) {
        this.assets = assets;
        this.measures = measures;
        this.acts = acts;
    }

    public Uni<Integer> insert(SqlConnection tx, Asset found) {
        return assets.insert(tx, found);
    }

    public Uni<Integer> correct(SqlConnection tx, Asset corrected) {
        return assets.correct(tx, corrected);
    }

    /** Assets that are new and newer versions of others, at once; of one asset in order. */
    public Uni<Integer> insertAll(SqlConnection tx, List<Asset> written) {
        return written.isEmpty() ? Uni.createFrom().item(0) : assets.insertAll(tx, written);
    }

    /** The newest version of each asset of these cases. */
    public Uni<List<Asset>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return caseIds.isEmpty() ? Uni.createFrom().item(List.of()) : assets.ofCases(client, courtId, caseIds);
    }

    /** The asset of that case; 404 otherwise. */
    public Uni<Asset> find(SqlClient client, int courtId, UUID caseId, UUID id) {
        return assets.find(client, courtId, caseId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<List<Asset>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return assets.ofCase(client, courtId, caseId);
    }

    /** All that was ever said of it, the newest first. */
    public Uni<List<Asset>> versions(SqlClient client, int courtId, UUID caseId, UUID id) {
        return assets.versions(client, courtId, caseId, id);
    }

    /** The measures on that asset as they were last written; ends since then are for {@link MeasureQueue#settled}. */
    public Uni<MeasureQueue> queue(SqlClient client, int courtId, UUID assetId) {
        return measures.ofAsset(client, courtId, assetId).map(MeasureQueue::new);
    }

    public Uni<List<Measure>> measuresOfCase(SqlClient client, int courtId, UUID caseId) {
        return measures.ofCase(client, courtId, caseId);
    }

    /** An asset on which a measure ran out and nobody has seen to it, and where it stands in that order. */
    public record Ended(UUID caseId, UUID assetId, LocalDate endsOn, UUID measureId) {}

    public Uni<List<Integer>> courtsOfEnds(SqlClient client, LocalDate today) {
        return measures.courtsOfEnds(client, today);
    }

    /** So many of those that ran out before that day, after the one given. */
    public Uni<List<Ended>> ended(SqlClient client, int courtId, LocalDate today, @Nullable Ended after, int limit) {
        MeasureRows.End place = after == null
                ? null
                : new MeasureRows.End(after.caseId(), after.assetId(), after.endsOn(), after.measureId());
        return measures.ends(client, courtId, today, place, limit).map(all -> all.stream()
                .map(e -> new Ended(e.caseId(), e.assetId(), e.endsOn(), e.id()))
                .toList());
    }

    /** Marks the asset's ends before that day as seen to; answers whose nobody had. */
    public Uni<Set<UUID>> seeEnds(SqlConnection tx, int courtId, UUID assetId, LocalDate today) {
        return measures.seeEnds(tx, courtId, assetId, today);
    }

    /** Writes down what was done; it is numbered after the measure's other acts. */
    public Uni<Integer> insert(SqlConnection tx, int courtId, MeasureAct act) {
        return acts.insert(tx, courtId, act);
    }

    /** Puts the paper to an act that has none; 409 where it has one, or there is no such act. */
    public Uni<Integer> attach(SqlConnection tx, int courtId, UUID measureId, int no, UUID itemId) {
        return acts.attach(tx, courtId, measureId, no, itemId).invoke(done -> {
            if (done == 0) {
                throw Refusal.conflict("measure-paper-there");
            }
        });
    }

    /** What was done to the case's measures, in order; to those on one asset, or on all. */
    public Uni<List<ActRows.Shown>> acts(SqlClient client, int courtId, UUID caseId, @Nullable UUID assetId) {
        return acts.ofCase(client, courtId, caseId, assetId);
    }

    /** Writes what differs from the queue before. */
    public Uni<Void> save(SqlConnection tx, MeasureQueue before, MeasureQueue now) {
        return measures.save(
                tx, now.all().stream().filter(m -> !before.all().contains(m)).toList());
    }
}
