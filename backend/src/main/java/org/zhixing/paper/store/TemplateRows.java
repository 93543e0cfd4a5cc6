package org.zhixing.paper.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.platform.Database;

/** Rows of a court's own templates; none is ever changed. */
@ApplicationScoped
public class TemplateRows {
    /** A version as it was published. */
    public record Row(int version, String text, String reason, UUID by, Instant at) {}

    /** Newest first. */
    public Uni<List<Row>> versions(SqlClient client, int courtId, String kind) {
        return Database.list(
                client,
                "select version, text, reason, published_by, published_at from paper_template"
                        + " where court_id = $1 and kind = $2 order by version desc",
                row -> new Row(
                        row.getInteger(0),
                        row.getString(1),
                        row.getString(2),
                        row.getUUID(3),
                        row.getOffsetDateTime(4).toInstant()),
                courtId,
                kind);
    }

    /** The latest version of each kind that the court has changed. */
    public Uni<Map<String, Integer>> latest(SqlClient client, int courtId) {
        return Database.list(
                        client,
                        "select kind, max(version) from paper_template where court_id = $1 group by kind",
                        row -> Map.entry(row.getString(0), row.getInteger(1)),
                        courtId)
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Zero where somebody was faster with that version. */
    public Uni<Integer> insert(SqlConnection tx, int courtId, String kind, Row row) {
        return Database.execute(
                tx,
                "insert into paper_template (court_id, kind, version, text, reason, published_by, published_at)"
                        + " values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
                courtId,
                kind,
                row.version(),
                row.text(),
                row.reason(),
                row.by(),
                row.at().atOffset(ZoneOffset.UTC));
    }
}
