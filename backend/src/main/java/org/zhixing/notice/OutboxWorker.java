package org.zhixing.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Works the outbox off at every tick, on every instance; each channel apart from the others. */
@ApplicationScoped
public class OutboxWorker {
    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);

    private final Delivery delivery;
    private final List<Channel> channels;
    private final MeterRegistry metrics;

    OutboxWorker(Delivery delivery, @All List<Channel> channels, MeterRegistry metrics) {
        this.delivery = delivery;
        this.channels = channels;
        this.metrics = metrics;
        channels.forEach(this::failures);
    }

    @Scheduled(
            identity = "outbox",
            every = "{zhixing.outbox.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return deliver();
    }

    /** Delivers what waits now; a channel that fails as a whole is logged and counted, and tried again at the next tick. */
    public Uni<Void> deliver() {
        return Uni.join()
                .all(channels.stream().map(this::drain).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> drain(Channel channel) {
        return delivery.drain(channel).onFailure().recoverWithUni(e -> {
            failures(channel).increment();
            LOG.errorf(e, "The outbox of channel %s failed; the next tick goes on", channel.name());
            return Uni.createFrom().voidItem();
        });
    }

    private Counter failures(Channel channel) {
        return metrics.counter("zhixing.outbox.failures", "channel", channel.name());
    }
}
