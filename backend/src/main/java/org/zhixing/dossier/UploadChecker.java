package org.zhixing.dossier;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.content.ContentCheck;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.FileUpload;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.dossier.store.UploadRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Turns;
import org.zhixing.platform.ZhixingConfig;

/** Looks at uploads whose bytes are all here, and throws away those that nobody goes on with. */
@ApplicationScoped
public class UploadChecker {
    private static final Logger LOG = Logger.getLogger(UploadChecker.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration AT_MOST = Duration.ofMinutes(4);

    private final Database database;
    private final UploadRows rows;
    private final UploadPlace place;
    private final UploadLimits limits;
    private final BlobStore blobs;
    private final Ids ids;
    private final Duration abandonedAfter;
    private final Turns turns = new Turns(this::checkAll);

    UploadChecker(
            Database database,
            UploadRows rows,
            UploadPlace place,
            UploadLimits limits,
            BlobStore blobs,
            Ids ids,
            ZhixingConfig config) {
        this.database = database;
        this.rows = rows;
        this.place = place;
        this.limits = limits;
        this.blobs = blobs;
        this.ids = ids;
        this.abandonedAfter = config.files().abandonedAfter();
    }

    /** Begins without waiting for the next tick. */
    void wake() {
        turns.wake();
    }

    @Scheduled(
            identity = "upload-checks",
            every = "{zhixing.files.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        turns.take();
        abandon();
    }

    /** Forgets what is too old, the row first: bytes without a row are nobody's. */
    void abandon() {
        rows.abandon(database.reading(), abandonedAfter).await().atMost(AT_MOST).forEach(place::remove);
    }

    private void checkAll() {
        for (Optional<FileUpload> next = claim(); next.isPresent(); next = claim()) {
            FileUpload upload = next.get();
            try {
                check(upload);
            } catch (IOException | RuntimeException failed) {
                LOG.errorf(failed, "Upload %s could not be checked; it is tried again", upload.id());
            }
        }
    }

    private Optional<FileUpload> claim() {
        UUID lease = ids.next();
        return rows.claim(database.reading(), lease, LEASE).await().atMost(AT_MOST);
    }

    private void check(FileUpload upload) throws IOException {
        Path file = place.of(upload.id());
        String sha256 = Files.sha256(file);
        Optional<Finding> altered = Optional.ofNullable(upload.announcedSha256())
                .filter(announced -> !announced.equals(sha256))
                .map(announced -> Finding.of("file-altered", announced, sha256));
        ContentCheck.Verdict verdict = ContentCheck.check(file, upload.name());
        Optional<Finding> finding = altered.or(verdict::finding).or(() -> verdict.kind()
                .flatMap(kind -> limits.policy().objection(kind, upload.name(), upload.size())));
        if (finding.isPresent()) {
            rows.refused(database.reading(), upload.id(), finding.get()).await().atMost(AT_MOST);
        } else {
            FileKind kind = verdict.kind().orElseThrow();
            // Bytes first, row after: there is never a row without bytes.
            blobs.take(new BlobKey(upload.courtId(), sha256), file).await().atMost(AT_MOST);
            rows.ready(database.reading(), upload.id(), kind.mediaType(), sha256)
                    .await()
                    .atMost(AT_MOST);
        }
        place.remove(upload.id());
    }
}
