package org.zhixing.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.carrier.CarrierDown;
import org.zhixing.notice.rules.BackOff;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Letter;
import org.zhixing.notice.rules.PlainError;
import org.zhixing.notice.rules.Topic;
import org.zhixing.notice.store.ChannelRows;
import org.zhixing.notice.store.LetterRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/**
 * Sends a court's letters by a channel outside. No transaction is open while the other side is slow: a letter is leased,
 * sent, and marked. A sender that dies in between leaves the lease to run out, and the letter may go out a second time
 * under the same name; it is never lost.
 */
@ApplicationScoped
class FarDelivery {
    private static final Logger LOG = Logger.getLogger(FarDelivery.class);

    private final LetterRows letters;
    private final ChannelRows channels;
    private final Outbox outbox;
    private final Database database;
    private final CourtClock clock;
    private final MeterRegistry metrics;
    private final ZhixingConfig.Outbox config;

    FarDelivery(
            LetterRows letters,
            ChannelRows channels,
            Outbox outbox,
            Database database,
            CourtClock clock,
            MeterRegistry metrics,
            ZhixingConfig config) {
        this.letters = letters;
        this.channels = channels;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
        this.config = config.outbox();
    }

    /** What became of a letter, and of the way. */
    private enum Fate {
        SENT,
        FAILED,
        DOWN
    }

    /**
     * Sends what waits and is due, {@code probe}: first one alone, since the way was closed a moment ago.
     *
     * @return false as soon as the way is found closed
     */
    Uni<Boolean> drain(FarChannel channel, int courtId, boolean probe) {
        int limit = probe ? 1 : config.letters();
        return letters.claim(database.reading(), channel.name(), courtId, limit, lease())
                .chain(taken -> sendAll(channel, taken).chain(fates -> {
                    if (fates.contains(Fate.DOWN)) {
                        return Uni.createFrom().item(false);
                    }
                    return taken.size() < limit ? Uni.createFrom().item(true) : drain(channel, courtId, false);
                }));
    }

    /** Longer than any letter may take with all its statements. */
    private Duration lease() {
        return config.patience().multipliedBy(3).plusSeconds(20);
    }

    private Uni<List<Fate>> sendAll(FarChannel channel, List<Letter> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUni(letter -> send(channel, letter))
                .merge(Math.max(1, config.letters()))
                .collect()
                .asList();
    }

    private Uni<Fate> send(FarChannel channel, Letter letter) {
        return channels.destination(database.reading(), letter.personId())
                .chain(to -> to.map(known -> channel.send(letter, known))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> letters.sent(database.reading(), letter.id()))
                .invoke(() -> metrics.counter("zhixing.outbox.delivered", "channel", channel.name())
                        .increment())
                .replaceWith(Fate.SENT)
                .onFailure()
                .recoverWithUni(e -> failed(channel, letter, e));
    }

    private Uni<Fate> failed(FarChannel channel, Letter letter, Throwable e) {
        boolean dead = letter.attempts() >= config.tries();
        double spread = ThreadLocalRandom.current().nextDouble();
        @Nullable Duration wait = dead ? null : BackOff.after(letter.attempts(), spread);
        String error = PlainError.of(e.getClass().getSimpleName(), e.getMessage());
        metrics.counter("zhixing.outbox.refused", "channel", channel.name(), "dead", String.valueOf(dead))
                .increment();
        LOG.warnf(
                "Letter %d (%s, %s): try %d failed: %s",
                letter.id(), channel.name(), letter.event().topic(), letter.attempts(), error);
        Fate fate = e instanceof CarrierDown ? Fate.DOWN : Fate.FAILED;
        return database.inTransaction(tx -> letters.failed(tx, letter, error, wait)
                        .chain(marked -> marked == 1 && dead
                                ? outbox.put(tx, letter.courtId(), List.of(given(channel, letter)))
                                : Uni.createFrom().item(0)))
                .replaceWith(fate);
    }

    /** The administrators hear once a day and channel that letters were given up. */
    private Event given(FarChannel channel, Letter letter) {
        java.time.LocalDate today = clock.today();
        return new Event(
                Topic.LETTER_DEAD.key(),
                "dead:" + letter.courtId() + ":" + channel.name() + ":" + today,
                List.of(),
                List.of(new Event.Circle("admin", null)),
                java.util.Map.of("channel", channel.name()),
                null,
                null,
                today);
    }
}
