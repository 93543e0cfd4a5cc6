package org.zhixing.paper.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.paper.rules.Batch;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Rows of batches and of their cases. */
@ApplicationScoped
public class BatchRows {
    private static final String SELECT = """
            select b.id, b.court_id, b.kind, b.fields::text, b.made_by, b.made_at, b.ended_at,
                (select count(*) from paper_batch_case l where l.batch_id = b.id)::int,
                (select count(*) from paper_batch_case l where l.batch_id = b.id and l.state = 'DONE')::int,
                (select count(*) from paper_batch_case l where l.batch_id = b.id and l.state = 'REFUSED')::int
            from paper_batch b
            """;
    private static final String LINE =
            "select l.batch_id, l.court_id, l.position, l.case_id, c.number, l.state, l.paper_id, l.refusal from paper_batch_case l"
                    + " left join enforcement_case c on c.id = l.case_id and c.court_id = l.court_id";

    private final Json json;

    BatchRows(Json json) {
        this.json = json;
    }

    public Uni<Integer> insert(SqlConnection tx, Batch batch, List<UUID> cases) {
        return Database.execute(
                        tx,
                        "insert into paper_batch (id, court_id, kind, fields, made_by, made_at)"
                                + " values ($1, $2, $3, $4::text::json, $5, $6)",
                        batch.id(),
                        batch.courtId(),
                        batch.kind(),
                        json.text(new PaperRows.Fields(batch.fields())),
                        batch.madeBy(),
                        batch.madeAt().atOffset(ZoneOffset.UTC))
                .chain(() -> Database.execute(
                        tx,
                        "insert into paper_batch_case (batch_id, court_id, position, case_id, state)"
                                + " select $1, $2, n, id, 'WAITING' from unnest($3::uuid[]) with ordinality as x (id, n)",
                        batch.id(),
                        batch.courtId(),
                        cases.toArray(UUID[]::new)));
    }

    /** Somebody's own batches, newest first. */
    public Uni<List<Batch>> list(SqlClient client, int courtId, UUID person, int limit) {
        return Database.list(
                client,
                SELECT + " where b.court_id = $1 and b.made_by = $2 order by b.id desc limit $3",
                this::batch,
                courtId,
                person,
                limit);
    }

    public Uni<Optional<Batch>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where b.id = $1 and b.court_id = $2", this::batch, id, courtId);
    }

    /** The cases after that position. */
    public Uni<List<Batch.Line>> lines(SqlClient client, UUID batch, int after, int limit) {
        return Database.list(
                client,
                LINE + " where l.batch_id = $1 and l.position > $2 order by l.position limit $3",
                BatchRows::line,
                batch,
                after,
                limit);
    }

    /** The papers that were made and are fixed, in their order. */
    public Uni<List<Batch.Printed>> printed(SqlClient client, UUID batch) {
        return Database.list(
                client,
                "select l.position, c.number, p.word, p.year, p.serial, f.id, f.size from paper_batch_case l"
                        + " join paper p on p.id = l.paper_id join enforcement_case c on c.id = p.case_id"
                        + " join stored_file f on f.id = p.file_id where l.batch_id = $1 order by l.position",
                row -> new Batch.Printed(
                        row.getInteger(0),
                        row.getString(1),
                        new PaperNumber(row.getString(2), row.getInteger(3), row.getInteger(4)).text(),
                        row.getUUID(5),
                        row.getLong(6)),
                batch);
    }

    /** A case that waits, locked; those that others have in hand are passed over. */
    public Uni<Optional<Batch.Line>> claim(SqlConnection tx) {
        return Database.first(
                tx,
                LINE + " where l.state = 'WAITING' order by l.batch_id, l.position limit 1 for update of l skip locked",
                BatchRows::line);
    }

    public Uni<Integer> settle(SqlConnection tx, Batch.Line line, @Nullable UUID paper, @Nullable String refusal) {
        return Database.execute(
                tx,
                "update paper_batch_case set state = $3, paper_id = $4, refusal = $5 where batch_id = $1 and position = $2"
                        + " and state = 'WAITING'",
                line.batchId(),
                line.position(),
                (paper == null ? Batch.State.REFUSED : Batch.State.DONE).name(),
                paper,
                refusal);
    }

    /** Ends the batches in which nothing waits any more. */
    public Uni<Integer> end(SqlConnection tx, Instant now) {
        return Database.execute(
                tx,
                "update paper_batch b set ended_at = $1 where ended_at is null and not exists"
                        + " (select from paper_batch_case l where l.batch_id = b.id and l.state = 'WAITING')",
                now.atOffset(ZoneOffset.UTC));
    }

    private Batch batch(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime(6);
        return new Batch(
                row.getUUID(0),
                row.getInteger(1),
                row.getString(2),
                json.read(row.getString(3), PaperRows.Fields.class).of(),
                row.getUUID(4),
                row.getOffsetDateTime(5).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInteger(7),
                row.getInteger(8),
                row.getInteger(9));
    }

    private static Batch.Line line(Row row) {
        return new Batch.Line(
                row.getUUID(0),
                row.getInteger(1),
                row.getInteger(2),
                row.getUUID(3),
                row.getString(4),
                Batch.State.valueOf(row.getString(5)),
                row.getUUID(6),
                row.getString(7));
    }
}
