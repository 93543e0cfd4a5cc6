package org.zhixing.notice;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.notice.store.LetterRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/**
 * Owes each person the digest of a working day, once however many instances look, and also when all of them were down at
 * its hour. Days that were missed altogether are not made up: a digest tells how things stand, not how they stood.
 */
@ApplicationScoped
public class MorningDigest {
    private static final Logger LOG = Logger.getLogger(MorningDigest.class);

    private final LetterRows letters;
    private final CourtHours hours;
    private final Database database;
    private final CourtClock clock;

    MorningDigest(LetterRows letters, CourtHours hours, Database database, CourtClock clock) {
        this.letters = letters;
        this.hours = hours;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            identity = "digest",
            every = "{zhixing.digest.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return put().onFailure()
                .invoke(e -> LOG.errorf(e, "The digests could not be put out; the next tick goes on"))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /** Puts the digests that are due into the outbox; answers how many. */
    public Uni<Integer> put() {
        return hours.digestDue()
                .onItem()
                .transformToMulti(courts -> Multi.createFrom().iterable(courts))
                .onItem()
                .transformToUniAndConcatenate(court ->
                        database.inTransaction(tx -> letters.putDigests(tx, court.courtId(), event(clock.today()))))
                .collect()
                .with(Collectors.summingInt(n -> n));
    }

    private static Event event(LocalDate day) {
        return new Event(
                Topic.DIGEST.key(),
                "digest:" + day,
                List.of(),
                List.of(),
                Map.of("day", day.toString()),
                null,
                null,
                day);
    }
}
