package org.zhixing.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.zhixing.notice.store.ChannelRows.CourtChannels;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.ZhixingConfig;

/**
 * Sends letters at every tick, on every instance. Each court's each channel is a way of its own: a tick waits for none of
 * them, so that one that hangs holds up neither the others nor the inboxes.
 */
@ApplicationScoped
public class FarWorker {
    private static final Logger LOG = Logger.getLogger(FarWorker.class);

    private final FarDelivery delivery;
    private final List<FarChannel> channels;
    private final CourtHours hours;
    private final CourtClock clock;
    private final Duration longestRest;
    private final MeterRegistry metrics;
    private final Map<String, Way> ways = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    FarWorker(
            FarDelivery delivery,
            @All List<FarChannel> channels,
            CourtHours hours,
            CourtClock clock,
            ZhixingConfig config,
            MeterRegistry metrics) {
        this.delivery = delivery;
        this.channels = channels;
        this.hours = hours;
        this.clock = clock;
        this.longestRest = config.outbox().rest();
        this.metrics = metrics;
    }

    /** What this instance knows of a court's channel. */
    private static final class Way {
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile Instant restsUntil = Instant.MIN;
        private volatile int closed;
    }

    @Scheduled(
            identity = "letters",
            every = "{zhixing.outbox.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        deliver()
                .subscribe()
                .with(done -> {}, e -> LOG.errorf(e, "Letters could not be looked for; the next tick goes on"));
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    /** Sends what waits now, by every way that is free; ends when all of them have. */
    public Uni<Void> deliver() {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        return hours.open().chain(courts -> {
            List<Uni<Void>> all = courts.stream()
                    .flatMap(
                            court -> channels.stream().filter(FarChannel::ready).map(channel -> drain(channel, court)))
                    .toList();
            return all.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Uni.join().all(all).andCollectFailures().replaceWithVoid();
        });
    }

    private Uni<Void> drain(FarChannel channel, CourtChannels court) {
        Way way = ways.computeIfAbsent(channel.name() + court.courtId(), key -> new Way());
        return Uni.createFrom().deferred(() -> {
            boolean free = !clock.now().isBefore(way.restsUntil) && way.busy.compareAndSet(false, true);
            return free ? drain(channel, court, way) : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> drain(FarChannel channel, CourtChannels court, Way way) {
        return delivery.drain(channel, court.courtId(), way.closed > 0)
                .invoke(open -> rest(way, open))
                .onFailure()
                .invoke(e -> {
                    metrics.counter("zhixing.outbox.failures", "channel", channel.name())
                            .increment();
                    LOG.errorf(e, "The letters of channel %s failed; the next tick goes on", channel.name());
                })
                .onFailure()
                .recoverWithItem(false)
                .eventually(() -> way.busy.set(false))
                .replaceWithVoid();
    }

    /** A way found closed is left alone for 1 s, then twice as long each time, so that it is not knocked at all day. */
    private void rest(Way way, boolean open) {
        way.closed = open ? 0 : Math.min(way.closed + 1, 16);
        Duration rest = Duration.ofSeconds(1L << way.closed);
        way.restsUntil = open ? Instant.MIN : clock.now().plus(rest.compareTo(longestRest) < 0 ? rest : longestRest);
    }
}
