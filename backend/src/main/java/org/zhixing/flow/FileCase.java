package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** Files one case by hand (立案): sorted, dated, its account opened and its handlers told, in one transaction. */
@RegisterForReflection(
        targets = {FileCase.Made.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class FileCase {
    private final Database database;
    private final FileCases fileCases;
    private final Outbox outbox;
    private final Once once;
    private final CourtClock clock;

    FileCase(Database database, FileCases fileCases, Outbox outbox, Once once, CourtClock clock) {
        this.database = database;
        this.fileCases = fileCases;
        this.outbox = outbox;
        this.once = once;
        this.clock = clock;
    }

    /** The id of what was made, as the idempotency store keeps it. */
    public record Made(UUID id) {}

    /** Files the case; 409 where its number is taken. */
    public Uni<UUID> file(
            Actor actor, String courtCode, FileCases.Filing filing, @Nullable String key, Object request) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "file-case", request);
        return database.inTransaction(tx -> once.run(tx, ticket, Made.class, () -> {
                    var desk = new FileCases.Desk(actor.courtId(), courtCode, Audit.by(actor));
                    return fileCases.file(tx, desk, List.of(filing)).chain(filed -> {
                        if (filed.isEmpty()) {
                            throw Refusal.conflict(
                                    "number-taken", filing.row().number().text());
                        }
                        FileCases.Filed made = filed.get(0);
                        return outbox.put(tx, actor.courtId(), List.of(assigned(made)))
                                .replaceWith(new Made(made.filed().id()));
                    });
                }))
                .map(Made::id);
    }

    private Event assigned(FileCases.Filed made) {
        var c = made.filed();
        List<UUID> people = new ArrayList<>();
        UUID judge = c.judgeId();
        UUID executor = c.executorId();
        if (judge != null) {
            people.add(judge);
        }
        if (executor != null) {
            people.add(executor);
        }
        return new Event(
                "case.assigned",
                "assigned:" + c.id() + ":1",
                people,
                List.of(),
                Map.of("number", c.row().number().text(), "team", String.valueOf(c.team())),
                c.id(),
                null,
                clock.today());
    }
}
