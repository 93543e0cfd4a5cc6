package org.zhixing.dossier;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.dossier.blob.BlobStore;
import org.zhixing.dossier.content.ContentCheck;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.FileUpload;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.dossier.store.FileRows;
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

    /** Until all bytes of the largest are in a store that is slow. */
    private static final Duration STORED_AT_MOST = Duration.ofHours(1);

    private final Database database;
    private final UploadRows rows;
    private final UploadPlace place;
    private final UploadPolicies policies;
    private final Inspection inspection;
    private final FileRows files;
    private final BlobStore blobs;
    private final Audit audit;
    private final Ids ids;
    private final Duration abandonedAfter;
    private final Turns turns = new Turns(this::checkAll);

    UploadChecker(
            Database database,
            UploadRows rows,
            UploadPlace place,
            UploadPolicies policies,
            Inspection inspection,
            FileRows files,
            BlobStore blobs,
            Audit audit,
            Ids ids,
            ZhixingConfig config) {
        this.database = database;
        this.rows = rows;
        this.place = place;
        this.policies = policies;
        this.inspection = inspection;
        this.files = files;
        this.blobs = blobs;
        this.audit = audit;
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
        UUID lease = ids.next();
        for (Optional<FileUpload> next = claim(lease); next.isPresent(); next = claim(lease)) {
            FileUpload upload = next.get();
            Cancellable heart = beat(upload.id(), lease);
            try {
                check(upload);
            } catch (IOException | RuntimeException failed) {
                LOG.errorf(failed, "Upload %s could not be checked; it is tried again", upload.id());
            } finally {
                heart.cancel();
            }
        }
    }

    /** Two gigabytes on their way to a store far off take longer than a lease. */
    private Cancellable beat(UUID upload, UUID lease) {
        return Multi.createFrom()
                .ticks()
                .every(LEASE.dividedBy(5))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> rows.renew(database.reading(), upload, lease, LEASE)
                        .onFailure()
                        .recoverWithItem(false))
                .subscribe()
                .with(renewed -> {});
    }

    private Optional<FileUpload> claim(UUID lease) {
        return rows.claim(database.reading(), lease, LEASE).await().atMost(AT_MOST);
    }

    private void check(FileUpload upload) throws IOException {
        Path file = place.of(upload.id());
        String sha256 = Files.sha256(file);
        UploadPolicy policy =
                policies.now(database.reading(), upload.courtId()).await().atMost(AT_MOST);
        Optional<Finding> altered = Optional.ofNullable(upload.announcedSha256())
                .filter(announced -> !announced.equals(sha256))
                .map(announced -> Finding.of("file-altered", announced, sha256));
        ContentCheck.Verdict verdict = altered.isPresent()
                ? new ContentCheck.Verdict(Optional.empty(), altered)
                : inspection.look(file, upload.name(), policy);
        Optional<Finding> finding = verdict.finding();
        if (finding.isPresent()) {
            refuse(upload, sha256, finding.get()).await().atMost(AT_MOST);
        } else {
            take(upload, sha256, verdict.kind().orElseThrow(), file).await().atMost(STORED_AT_MOST);
        }
        place.remove(upload.id());
    }

    /** Bytes first, row after: there is never a row without bytes. */
    private Uni<Integer> take(FileUpload upload, String sha256, FileKind kind, Path file) {
        BlobKey key = new BlobKey(upload.courtId(), sha256);
        return database.inTransaction(tx -> files.hold(tx, key)
                .chain(() -> blobs.take(key, file))
                .chain(() -> rows.ready(tx, upload.id(), kind.mediaType(), sha256)));
    }

    private Uni<Void> refuse(FileUpload upload, String sha256, Finding finding) {
        Entry entry = new Entry(
                "upload.refused",
                null,
                upload.id(),
                Map.of(
                        "file", upload.name(),
                        "size", upload.size(),
                        "sha256", sha256,
                        "sender", upload.personId(),
                        "reason", finding.code()));
        return database.inTransaction(tx -> rows.refused(tx, upload.id(), finding)
                .chain(changed -> changed == 1
                        ? audit.write(tx, Audit.By.system(upload.courtId()), List.of(entry))
                        : Uni.createFrom().voidItem()));
    }
}
