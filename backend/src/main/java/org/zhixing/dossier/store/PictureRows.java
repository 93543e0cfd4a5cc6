package org.zhixing.dossier.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.platform.Database;

/** Which pictures have been drawn of which contents. */
@ApplicationScoped
public class PictureRows {
    PictureRows() {}

    /** A picture as it lies in the store. */
    public record Picture(BlobKey key, int size) {}

    public Uni<Optional<Picture>> find(SqlClient client, BlobKey of, int page, int edge) {
        return Database.first(
                client,
                "select picture_sha256, picture_size from file_picture"
                        + " where court_id = $1 and sha256 = $2 and page = $3 and edge = $4",
                row -> new Picture(new BlobKey(of.courtId(), row.getString(0)), row.getInteger(1)),
                of.courtId(),
                of.sha256(),
                page,
                edge);
    }

    public Uni<Integer> add(SqlConnection tx, BlobKey of, int page, int edge, Picture picture) {
        return Database.execute(
                tx,
                "insert into file_picture (court_id, sha256, page, edge, picture_sha256, picture_size)"
                        + " values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                of.courtId(),
                of.sha256(),
                page,
                edge,
                picture.key().sha256(),
                picture.size());
    }

    /** Those of contents that no file has any more. */
    public Uni<Integer> forget(SqlClient client) {
        return Database.execute(
                client,
                "delete from file_picture p where not exists (select from stored_file f"
                        + " where f.court_id = p.court_id and f.sha256 = p.sha256)");
    }
}
