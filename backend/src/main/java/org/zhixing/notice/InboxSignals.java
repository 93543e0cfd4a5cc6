package org.zhixing.notice;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zhixing.notice.store.InboxRows;

/**
 * Hears from PostgreSQL whose inbox changed, whichever instance changed it. One connection of its own an instance, which
 * comes back by itself; what was missed meanwhile is made good by telling everybody to look again.
 */
@ApplicationScoped
public class InboxSignals {
    private static final Logger LOG = Logger.getLogger(InboxSignals.class);
    private static final long LONGEST_WAIT_MS = 10_000;

    /** Stands for everybody. */
    private static final UUID ALL = new UUID(0, 0);

    private final BroadcastProcessor<UUID> changes = BroadcastProcessor.create();
    private final PgSubscriber subscriber;

    InboxSignals(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        options.setTcpKeepAlive(true);
        subscriber = PgSubscriber.subscriber(vertx, options);
        subscriber.reconnectPolicy(retries -> Math.min(LONGEST_WAIT_MS, 250L << Math.min(retries, 10)));
        subscriber
                .channel(InboxRows.NOTIFICATIONS)
                .subscribeHandler(listening -> changes.onNext(ALL))
                .handler(this::changed);
    }

    void connect(@Observes StartupEvent starting) {
        subscriber
                .connect()
                .onFailure(e -> LOG.warnf("Not listening for inbox changes yet, trying again: %s", e.getMessage()));
    }

    /** The streams end before the server waits for its requests, or it would wait for them to the last second. */
    void endStreams(@Observes ShutdownDelayInitiatedEvent stopping) {
        changes.onComplete();
    }

    void close(@Observes ShutdownEvent stopping) {
        subscriber.close();
    }

    /** One signal at once and one whenever the person's inbox may have changed; a slow reader gets the latest only. */
    Multi<UUID> of(UUID person) {
        Multi<UUID> later = changes.select()
                .where(changed -> changed.equals(person) || changed.equals(ALL))
                .onOverflow()
                .dropPreviousItems();
        return Multi.createBy().merging().streams(Multi.createFrom().item(person), later);
    }

    private void changed(String person) {
        try {
            changes.onNext(UUID.fromString(person));
        } catch (IllegalArgumentException notOurs) {
            LOG.debugf("Passed over a notification that names no person: %s", person);
        }
    }
}
