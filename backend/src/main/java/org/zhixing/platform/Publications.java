package org.zhixing.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Tables of published versions are alike; each belongs to the store that names it. */
public final class Publications {
    private final String versions;
    private final String list;
    private final String insert;
    private final String adopt;

    public Publications(String table) {
        versions = "select version, effective_from, document::text from " + table
                + " where court_id = $1 order by version";
        list = "select version, effective_from, document::text, published_at, published_by, reason from " + table
                + " where court_id = $1 order by version";
        insert = "insert into " + table + " (court_id, version, effective_from, document, published_at, published_by,"
                + " reason) values ($1, $2, $3, $4::text::jsonb, $5, $6, $7)";
        adopt = "insert into " + table + " (court_id, version, effective_from, document)"
                + " select id, 1, $1, $2::text::jsonb from court on conflict do nothing";
    }

    /** Every version as its document is read, the oldest first. */
    public <T> Uni<List<Versioned<T>>> versions(SqlClient client, int courtId, Function<String, T> read) {
        return Database.list(
                client,
                versions,
                row -> new Versioned<>(row.getInteger(0), row.getLocalDate(1), read.apply(row.getString(2))),
                courtId);
    }

    /** Gives the first version to every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, String document) {
        return Database.execute(tx, adopt, effectiveFrom, document);
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
