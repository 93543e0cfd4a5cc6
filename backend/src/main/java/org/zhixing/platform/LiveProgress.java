package org.zhixing.platform;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far background work has come, live. It is read from its table, so any instance can tell what another one does. */
@ApplicationScoped
public class LiveProgress {
    private static final Duration LOOK = Duration.ofMillis(400);
    /** Looks without a change after which a comment keeps proxies from closing the connection. */
    private static final int QUIET_LOOKS = 40;

    private volatile boolean stopping;

    /** What the listener was told last, and how many looks ago. */
    private static final class Told {
        private @Nullable Object last;
        private int quiet;

        /** Whether this look is worth an event or, after a while, a comment. */
        boolean worth(Object now) {
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

    /** Events named {@code progress} with a view of the work, until it is not being worked on any more. */
    public <T, V> Multi<OutboundSseEvent> of(
            Supplier<Uni<T>> look, Predicate<T> working, Class<V> type, Function<T, V> view, Sse sse) {
        return Multi.createFrom().deferred(() -> {
            Told told = new Told();
            return Multi.createBy()
                    .repeating()
                    .uni(() -> look.get())
                    .withDelay(LOOK)
                    .whilst(now -> working.test(now) && !stopping)
                    .filter(told::worth)
                    .map(now -> told.changed() ? progress(sse, type, view.apply(now)) : comment(sse));
        });
    }

    private static <V> OutboundSseEvent progress(Sse sse, Class<V> type, V view) {
        return sse.newEventBuilder()
                .name("progress")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(type, view)
                .build();
    }

    private static OutboundSseEvent comment(Sse sse) {
        return sse.newEventBuilder().comment("still here").build();
    }
}
