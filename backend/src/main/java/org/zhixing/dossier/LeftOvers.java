package org.zhixing.dossier;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.store.FileRows;
import org.zhixing.dossier.store.PictureRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Removes bytes that have belonged to nothing for a day: a transaction that was to name them has long ended. */
@ApplicationScoped
public class LeftOvers {
    private static final Logger LOG = Logger.getLogger(LeftOvers.class);
    private static final Duration AFTER = Duration.ofDays(1);
    private static final Duration AT_MOST = Duration.ofHours(6);

    private final Database database;
    private final FileRows files;
    private final PictureRows pictures;
    private final BlobStore blobs;
    private final CourtClock clock;

    LeftOvers(Database database, FileRows files, PictureRows pictures, BlobStore blobs, CourtClock clock) {
        this.database = database;
        this.files = files;
        this.pictures = pictures;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Scheduled(
            identity = "left-overs",
            cron = "{zhixing.files.sweep}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        sweep();
    }

    /** Answers how many contents were removed; blocks. */
    int sweep() {
        Instant before = clock.now().minus(AFTER);
        int begun = blobs.tidy(before).await().atMost(AT_MOST);
        List<Boolean> removed = pictures.forget(database.reading())
                .chain(() -> files.courts(database.reading()))
                .onItem()
                .transformToMulti(courts -> Multi.createFrom().iterable(courts))
                .onItem()
                .transformToMultiAndConcatenate(court -> old(court, before))
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .filter(gone -> gone)
                .collect()
                .asList()
                .await()
                .atMost(AT_MOST);
        LOG.infof(
                "%d contents that belonged to nothing were removed, and %d that never became whole",
                removed.size(), begun);
        return removed.size();
    }

    private Multi<BlobKey> old(int court, Instant before) {
        return Multi.createFrom()
                .iterable(IntStream.range(0, 256).boxed().toList())
                .onItem()
                .transformToUniAndConcatenate(first -> blobs.list(court, "%02x".formatted(first)))
                .onItem()
                .transformToMultiAndConcatenate(all -> Multi.createFrom()
                        .iterable(all)
                        .filter(each -> each.since().isBefore(before))
                        .map(BlobStore.Lying::key));
    }

    /** Alone with the content, so that nobody can come to need it between the look and the removal. */
    private Uni<Boolean> remove(BlobKey key) {
        return database.inTransaction(tx -> files.holdAlone(tx, key)
                .chain(alone ->
                        alone ? files.isNeeded(tx, key) : Uni.createFrom().item(true))
                .chain(needed -> needed
                        ? Uni.createFrom().item(false)
                        : blobs.remove(key).replaceWith(true)));
    }
}
