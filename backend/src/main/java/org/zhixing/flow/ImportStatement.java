package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.dossier.Files;
import org.zhixing.ledger.Mappings;
import org.zhixing.ledger.StatementFile;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** What the funds desk does with a bank's statement: upload it, look at the preview, have its new lines booked. */
@RegisterForReflection(
        targets = {ImportStatement.Same.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ImportStatement {
    private final Database database;
    private final Statements statements;
    private final Mappings mappings;
    private final Files files;
    private final Audit audit;
    private final Once once;
    private final StatementWorker worker;

    ImportStatement(
            Database database,
            Statements statements,
            Mappings mappings,
            Files files,
            Audit audit,
            Once once,
            StatementWorker worker) {
        this.database = database;
        this.statements = statements;
        this.mappings = mappings;
        this.files = files;
        this.audit = audit;
        this.once = once;
        this.worker = worker;
    }

    /** A file as it was sent; {@code mappingId} is null where it is to be recognised by its header. */
    public record Upload(
            Path path,
            String name,
            String mediaType,
            @Nullable UUID mappingId,
            @Nullable String idempotencyKey) {}

    /** What was seen of the file: how it is written, and what it is. */
    private record Seen(StatementMapping mapping, String sha256) {}

    /** What makes two uploads the same. */
    record Same(String sha256, @Nullable UUID mappingId) {}

    /**
     * Keeps the file and has it checked.
     *
     * @throws RefusedStatement if it cannot be read, or no mapping knows it
     */
    public Uni<UUID> upload(Actor by, Upload upload) {
        return mappings.list(database.reading(), by.courtId())
                .map(all -> candidates(all, upload.mappingId()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> glance(upload, known))
                .chain(seen -> database.inTransaction(tx -> keep(tx, by, upload, seen)))
                .invoke(worker::wake);
    }

    private static List<StatementMapping> candidates(List<StatementMapping> all, @Nullable UUID chosen) {
        List<StatementMapping> known = all.stream()
                .filter(each -> chosen == null ? each.active() : each.id().equals(chosen))
                .toList();
        if (chosen != null && known.isEmpty()) {
            throw Refusal.field("mappingId", chosen, "field.unknown");
        }
        return known;
    }

    /** Opens the file as far as its first line, so that the wrong file is refused while the person is still looking. */
    private static Seen glance(Upload upload, List<StatementMapping> known) {
        try (StatementFile statement = StatementFile.open(upload.path(), known)) {
            statement.next(1);
            return new Seen(statement.mapping(), Files.sha256(upload.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uni<UUID> keep(SqlConnection tx, Actor by, Upload upload, Seen seen) {
        Same same = new Same(seen.sha256(), upload.mappingId());
        var ticket = new Once.Ticket(by.courtId(), by.personId(), upload.idempotencyKey(), "statement", same);
        return once.run(tx, ticket, UUID.class, () -> files.keep(
                        tx, by, upload.path(), upload.name(), upload.mediaType())
                .chain(file -> statements
                        .add(
                                tx,
                                by.courtId(),
                                file.id(),
                                file.name(),
                                seen.mapping().id(),
                                by.personId())
                        .call(id -> audit.write(
                                tx,
                                Audit.by(by),
                                List.of(new Entry(
                                        "statement.uploaded",
                                        null,
                                        id,
                                        Map.of(
                                                "file", file.name(),
                                                "sha256", file.sha256(),
                                                "size", file.size(),
                                                "mapping", seen.mapping().name())))))));
    }

    /** Has the new lines booked. Asked again, it changes nothing. */
    public Uni<Void> commit(Actor by, UUID id, @Nullable String key) {
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "commit-statement " + id, null);
        return database.inTransaction(tx -> once.run(
                        tx, ticket, UUID.class, () -> commit(tx, by, id).replaceWith(id)))
                .replaceWithVoid()
                .invoke(worker::wake);
    }

    private Uni<StatementRun> commit(SqlConnection tx, Actor by, UUID id) {
        return statements.lock(tx, by.courtId(), id).chain(run -> switch (run.status()) {
            case COMMITTING, DONE -> Uni.createFrom().item(run);
            case CHECKING -> throw Refusal.conflict("import-checking");
            case FAILED -> throw Refusal.conflict("import-failed");
            case PREVIEWED ->
                statements.startCommit(tx, id, by.personId()).replaceWith(run.to(ImportStatus.COMMITTING));
        });
    }
}
