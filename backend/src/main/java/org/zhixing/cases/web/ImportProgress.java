package org.zhixing.cases.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.RegisterImport;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** How far an import has come, live. It is read from the table, so any instance can tell what another one does. */
@ApplicationScoped
public class ImportProgress {
    private static final Duration LOOK = Duration.ofMillis(400);
    /** Looks without a change after which a comment keeps proxies from closing the connection. */
    private static final int QUIET_LOOKS = 40;

    private final Imports imports;
    private final Database database;
    private final Messages messages;
    private volatile boolean stopping;

    ImportProgress(Imports imports, Database database, Messages messages) {
        this.imports = imports;
        this.database = database;
        this.messages = messages;
    }

    /** What the listener was told last, and how many looks ago. */
    private static final class Told {
        private @Nullable RegisterImport last;
        private int quiet;

        /** Whether this look is worth an event or, after a while, a comment. */
        boolean worth(RegisterImport now) {
            boolean changed = !now.equals(last);
            last = now;
            quiet = changed ? 0 : quiet + 1;
            return changed || quiet % QUIET_LOOKS == 0;
        }

        boolean changed() {
            return quiet == 0;
        }
    }

    /** The streams end before the server waits for its requests, or it would wait for them to the last second. */
    void endStreams(@Observes ShutdownDelayInitiatedEvent announced) {
        stopping = true;
    }

    Multi<OutboundSseEvent> events(int courtId, UUID id, Sse sse, Locale locale) {
        return Multi.createFrom().deferred(() -> {
            Told told = new Told();
            return Multi.createBy()
                    .repeating()
                    .uni(() -> imports.find(database.reading(), courtId, id))
                    .withDelay(LOOK)
                    .whilst(run -> run.status().working() && !stopping)
                    .filter(told::worth)
                    .map(run -> told.changed() ? progress(run, sse, locale) : comment(sse));
        });
    }

    private OutboundSseEvent progress(RegisterImport run, Sse sse, Locale locale) {
        return sse.newEventBuilder()
                .name("progress")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ImportView.class, ImportView.from(run, messages, locale))
                .build();
    }

    private static OutboundSseEvent comment(Sse sse) {
        return sse.newEventBuilder().comment("still here").build();
    }
}
