package org.zhixing.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.ZoneOffset;
import java.util.List;

/** Tables of published versions are alike; each belongs to the store that names it. */
public final class Publications {
    private final String list;
    private final String insert;

    public Publications(String table) {
        list = "select version, effective_from, document::text, published_at, published_by, reason from " + table
                + " where court_id = $1 order by version";
        insert = "insert into " + table + " (court_id, version, effective_from, document, published_at, published_by,"
                + " reason) values ($1, $2, $3, $4::text::jsonb, $5, $6, $7)";
    }

    /** Every version with who published it and why, the oldest first. */
    public Uni<List<Publication>> list(SqlClient client, int courtId) {
        return Database.list(
                client,
                list,
                row -> new Publication(
                        row.getInteger(0),
                        row.getLocalDate(1),
                        row.getString(2),
                        row.getOffsetDateTime(3).toInstant(),
                        row.getUUID(4),
                        row.getString(5)),
                courtId);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, Publication version) {
        return Database.execute(
                tx,
                insert,
                courtId,
                version.version(),
                version.effectiveFrom(),
                version.document(),
                version.at().atOffset(ZoneOffset.UTC),
                version.by(),
                version.reason());
    }
}
