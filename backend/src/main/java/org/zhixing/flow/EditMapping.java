package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.Mappings;
import org.zhixing.ledger.rules.MappingDocument;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.rules.StatementMapping.Format;
import org.zhixing.platform.Changes;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** What the administrator says of how the court's banks write their statements. */
@RegisterForReflection(
        targets = {EditMapping.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class EditMapping {
    private final Database database;
    private final Mappings mappings;
    private final Audit audit;
    private final Once once;
    private final Ids ids;

    EditMapping(Database database, Mappings mappings, Audit audit, Once once, Ids ids) {
        this.database = database;
        this.mappings = mappings;
        this.audit = audit;
        this.once = once;
        this.ids = ids;
    }

    /** A mapping as it is wanted. */
    public record Wish(String name, Format format, MappingDocument document, boolean active) {}

    public Uni<UUID> add(Actor by, Wish wish, @Nullable String key) {
        check(wish);
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "statement-mapping", wish);
        return database.inTransaction(tx -> once.run(tx, ticket, UUID.class, () -> {
            StatementMapping made = new StatementMapping(
                    ids.next(), by.courtId(), wish.name(), wish.format(), wish.document(), wish.active(), 1);
            return mappings.insert(tx, made)
                    .chain(() -> write(tx, by, "mapping.added", made, null))
                    .replaceWith(made.id());
        }));
    }

    /** Statements that are being checked go on by what was read; 412 where the version is not the given one. */
    public Uni<Void> change(Actor by, UUID id, int version, Wish wish, @Nullable String key) {
        check(wish);
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "change-mapping " + id, wish);
        return database.inTransaction(tx -> once.run(tx, ticket, UUID.class, () -> change(tx, by, id, version, wish)
                        .replaceWith(id)))
                .replaceWithVoid();
    }

    private Uni<Void> change(SqlConnection tx, Actor by, UUID id, int version, Wish wish) {
        return mappings.lock(tx, by.courtId(), id).chain(now -> {
            if (now.version() != version) {
                throw Refusal.stale(now.version(), List.of("name", "columns", "active"));
            }
            if (now.format() != wish.format()) {
                throw Refusal.field("format", wish.format(), "mapping.format");
            }
            StatementMapping changed = new StatementMapping(
                    id, by.courtId(), wish.name(), now.format(), wish.document(), wish.active(), version + 1);
            return mappings.update(tx, changed).chain(() -> write(tx, by, "mapping.changed", changed, now));
        });
    }

    private static void check(Wish wish) {
        if (wish.format() == Format.TABLE) {
            wish.document().wrong().ifPresent(wrong -> {
                String header = wish.document().columns().get(wrong.column());
                throw Refusal.field("columns." + wrong.column(), header, wrong.why());
            });
        }
    }

    private static Changes changes(StatementMapping old, StatementMapping now) {
        Changes changes =
                new Changes().field("name", old.name(), now.name()).field("active", old.active(), now.active());
        for (StatementColumn column : StatementColumn.values()) {
            changes.field(
                    "columns." + column.name(),
                    old.document().columns().get(column),
                    now.document().columns().get(column));
        }
        return changes.field(
                        "dateOrder", old.document().dateOrder(), now.document().dateOrder())
                .field(
                        "inWords",
                        String.join("、", old.document().inWords()),
                        String.join("、", now.document().inWords()));
    }

    private Uni<Void> write(
            SqlConnection tx, Actor by, String action, StatementMapping mapping, @Nullable StatementMapping before) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("name", mapping.name());
        detail.put("active", mapping.active());
        detail.put("columns", mapping.document().columns());
        if (before != null) {
            detail.put(Changes.KEY, changes(before, mapping).byField());
        }
        return audit.write(tx, Audit.by(by), List.of(new Entry(action, null, mapping.id(), detail)));
    }
}
