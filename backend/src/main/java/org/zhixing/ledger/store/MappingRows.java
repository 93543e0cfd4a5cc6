package org.zhixing.ledger.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.ledger.rules.MappingDocument;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.rules.StatementMapping.Format;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Rows of statement mappings. */
@RegisterForReflection(
        targets = {MappingDocument.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class MappingRows {
    private static final String SELECT =
            "select m.id, m.court_id, m.name, m.format, m.document::text, m.active, m.version from statement_mapping m";

    private final Json json;

    MappingRows(Json json) {
        this.json = json;
    }

    public Uni<List<StatementMapping>> list(SqlClient client, int courtId) {
        return Database.list(
                client, SELECT + " where m.court_id = $1 order by m.active desc, m.name", this::mapping, courtId);
    }

    public Uni<Optional<StatementMapping>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where m.id = $1 and m.court_id = $2", this::mapping, id, courtId);
    }

    public Uni<Optional<StatementMapping>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx, SELECT + " where m.id = $1 and m.court_id = $2 for update", this::mapping, id, courtId);
    }

    /** Answers 0 where the name is taken. */
    public Uni<Integer> insert(SqlConnection tx, StatementMapping mapping) {
        return Database.execute(
                tx,
                "insert into statement_mapping (id, court_id, name, format, document, active)"
                        + " values ($1, $2, $3, $4, $5::text::json, $6) on conflict (court_id, name) do nothing",
                mapping.id(),
                mapping.courtId(),
                mapping.name(),
                mapping.format().name(),
                json.text(mapping.document()),
                mapping.active());
    }

    /** Writes it back and raises its version; answers 0 where another has that name. */
    public Uni<Integer> update(SqlConnection tx, StatementMapping mapping) {
        return Database.execute(
                tx,
                "update statement_mapping m set name = $3, document = $4::text::json, active = $5, version = version + 1"
                        + " where id = $1 and court_id = $2 and not exists (select 1 from statement_mapping o"
                        + " where o.court_id = $2 and o.name = $3 and o.id <> $1)",
                mapping.id(),
                mapping.courtId(),
                mapping.name(),
                json.text(mapping.document()),
                mapping.active());
    }

    private StatementMapping mapping(Row row) {
        return new StatementMapping(
                row.getUUID(0),
                row.getInteger(1),
                row.getString(2),
                Format.valueOf(row.getString(3)),
                json.read(row.getString(4), MappingDocument.class),
                row.getBoolean(5),
                row.getInteger(6));
    }
}
