package org.zhixing.signing.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Database;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.Signature;

/** Rows of signatures: added, never changed. */
@ApplicationScoped
public class SignatureRows {
    private static final String SELECT =
            "select subject_id, version, seat, person_id, person_name, sha256, signed_at, authenticated_at, session,"
                    + " level from signature";

    /** A signature on one version of something. */
    public record Placed(UUID subjectId, int version, Signature signature) {}

    public Uni<Integer> insert(SqlConnection tx, int courtId, String subject, Placed placed) {
        Signature s = placed.signature();
        return Database.execute(
                tx,
                "insert into signature (court_id, subject, subject_id, version, seat, person_id, person_name, sha256,"
                        + " signed_at, authenticated_at, session, level)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                courtId,
                subject,
                placed.subjectId(),
                placed.version(),
                s.seat().name(),
                s.personId(),
                s.personName(),
                s.sha256(),
                offset(s.signedAt()),
                offset(s.login().authenticatedAt()),
                s.login().session(),
                s.login().level());
    }

    /** All signatures on those subjects, whatever the version, oldest first. */
    public Uni<Map<UUID, List<Placed>>> of(SqlClient client, int courtId, List<UUID> subjects) {
        return Database.list(
                        client,
                        SELECT + " where court_id = $1 and subject_id = any ($2) order by signed_at, seat",
                        SignatureRows::placed,
                        courtId,
                        subjects.toArray(UUID[]::new))
                .map(all -> all.stream().collect(Collectors.groupingBy(Placed::subjectId)));
    }

    private static Placed placed(Row row) {
        return new Placed(
                row.getUUID(0),
                row.getInteger(1),
                new Signature(
                        Seat.valueOf(row.getString(2)),
                        row.getUUID(3),
                        row.getString(4),
                        row.getString(5),
                        row.getOffsetDateTime(6).toInstant(),
                        new Signature.Login(instant(row.getOffsetDateTime(7)), row.getString(8), row.getString(9))));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
