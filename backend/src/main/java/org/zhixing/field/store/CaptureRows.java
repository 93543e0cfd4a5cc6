package org.zhixing.field.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.field.rules.Capture;
import org.zhixing.platform.Database;

/** Captures that arrived: by whom, when and where they were taken, and which item they became. */
@ApplicationScoped
public class CaptureRows {
    private static final String INSERT = """
            insert into capture (person_id, id, court_id, slip_id, item_id, kind, sha256, taken_at, lat, lng, accuracy,
                no_position, record, filed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;

    private static final String OF_SLIP = """
            select c.id, c.item_id, c.kind, v.title, c.sha256, c.person_id, c.taken_at, c.filed_at,
                c.lat, c.lng, c.accuracy, c.no_position
            from capture c
            join dossier_item i on i.id = c.item_id and i.removed_at is null
            join dossier_version v on v.item_id = i.id and v.version = 1
            where c.court_id = $1 and c.slip_id = $2
            order by c.taken_at, c.id
            """;

    public Uni<Integer> insert(SqlConnection tx, Actor by, Capture capture, UUID item, Instant now) {
        Capture.Position at = capture.position();
        Capture.NoPosition none = capture.noPosition();
        return Database.execute(
                tx,
                INSERT,
                by.personId(),
                capture.id(),
                by.courtId(),
                capture.slipId(),
                item,
                capture.kind().name(),
                capture.sha256(),
                capture.takenAt().atOffset(ZoneOffset.UTC),
                at == null ? null : at.lat(),
                at == null ? null : at.lng(),
                at == null ? null : at.accuracy(),
                none == null ? null : none.name(),
                capture.record(),
                now.atOffset(ZoneOffset.UTC));
    }

    /**
     * Something taken for a slip, as it was filed.
     *
     * @param sha256 of the bytes as they were taken; of a record, of its text and not of the paper that is the item
     */
    public record Row(
            UUID id,
            UUID itemId,
            Capture.Kind kind,
            String title,
            String sha256,
            UUID by,
            Instant takenAt,
            Instant filedAt,
            Capture.@Nullable Position position,
            Capture.@Nullable NoPosition noPosition) {}

    /** What was taken for the slip, in the order in which it was taken; what was removed from the e-file is left out. */
    public Uni<List<Row>> ofSlip(SqlClient client, int courtId, UUID slipId) {
        return Database.list(client, OF_SLIP, CaptureRows::row, courtId, slipId);
    }

    private static Row row(io.vertx.mutiny.sqlclient.Row row) {
        Double lat = row.getDouble(8);
        String none = row.getString(11);
        return new Row(
                row.getUUID(0),
                row.getUUID(1),
                Capture.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getUUID(5),
                row.getOffsetDateTime(6).toInstant(),
                row.getOffsetDateTime(7).toInstant(),
                lat == null ? null : new Capture.Position(lat, row.getDouble(9), row.getDouble(10)),
                none == null ? null : Capture.NoPosition.valueOf(none));
    }
}
