package org.zhixing.field.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.field.rules.Capture;
import org.zhixing.platform.Database;

/** Captures that arrived: by whom, when and where they were taken, and which item they became. */
@ApplicationScoped
public class CaptureRows {
    private static final String INSERT = """
            insert into capture (person_id, id, court_id, slip_id, item_id, kind, sha256, taken_at, lat, lng, accuracy,
                record, filed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """;

    public Uni<Integer> insert(SqlConnection tx, Actor by, Capture capture, UUID item, Instant now) {
        Capture.Position at = capture.position();
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
                capture.record(),
                now.atOffset(ZoneOffset.UTC));
    }
}
