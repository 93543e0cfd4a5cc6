package org.zhixing.measure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.measure.store.AssetRows;
import org.zhixing.measure.store.MeasureRows;
import org.zhixing.platform.Refusal;

/** What was found of the respondents', and what is held of it. */
@ApplicationScoped
public class Assets {
    private final AssetRows assets;
    private final MeasureRows measures;

    Assets(AssetRows assets, MeasureRows measures) {
        this.assets = assets;
        this.measures = measures;
    }

    public Uni<Integer> insert(SqlConnection tx, Asset found) {
        return assets.insert(tx, found);
    }

    public Uni<Integer> correct(SqlConnection tx, Asset corrected) {
        return assets.correct(tx, corrected);
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

    /** Writes what differs from the queue before. */
    public Uni<Void> save(SqlConnection tx, MeasureQueue before, MeasureQueue now) {
        return measures.save(
                tx, now.all().stream().filter(m -> !before.all().contains(m)).toList());
    }
}
