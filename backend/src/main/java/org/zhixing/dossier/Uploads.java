package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.rules.FileUpload;
import org.zhixing.dossier.rules.PartChecksum;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.dossier.rules.UploadState;
import org.zhixing.dossier.store.UploadRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.ZhixingConfig;

/** Uploads that may be interrupted: begun, gone on with, thrown away. Each is its sender's alone. */
@ApplicationScoped
public class Uploads {
    private final Database database;
    private final UploadRows rows;
    private final UploadPlace place;
    private final UploadPolicies policies;
    private final UploadChecker checker;
    private final Ids ids;
    private final Vertx vertx;
    private final ZhixingConfig.Files config;

    Uploads(
            Database database,
            UploadRows rows,
            UploadPlace place,
            UploadPolicies policies,
            UploadChecker checker,
            Ids ids,
            Vertx vertx,
            ZhixingConfig config) {
        this.database = database;
        this.rows = rows;
        this.place = place;
        this.policies = policies;
        this.checker = checker;
        this.ids = ids;
        this.vertx = vertx;
        this.config = config.files();
    }

    /** What a client announces. */
    public record Announced(
            String name,
            String metadata,
            long size,
            @Nullable String sha256) {}

    /** Begins an upload; the same key gets the same one again, 422 where it announces another file. */
    public Uni<UUID> begin(Actor by, Announced file, @Nullable String key) {
        FileUpload wanted = new FileUpload(
                ids.next(),
                by.courtId(),
                by.personId(),
                file.name(),
                file.metadata(),
                file.size(),
                file.sha256(),
                0,
                UploadState.RECEIVING,
                null,
                null,
                null,
                null);
        return policies.now(database.reading(), by.courtId())
                .invoke(policy -> policy.objection(file.name(), file.size()).ifPresent(finding -> {
                    throw Findings.refusal(finding);
                }))
                .chain(() -> rows.insert(database.reading(), wanted, key))
                .chain(isNew -> isNew
                        ? Uni.createFrom().item(wanted.id())
                        : rows.byKey(database.reading(), by, key)
                                .map(found -> again(found.orElseThrow(Refusal::notFound), wanted)));
    }

    /** The most bytes that the caller's court takes of one file. */
    public Uni<Long> largest(Actor by) {
        return policies.now(database.reading(), by.courtId()).map(UploadPolicy::largest);
    }

    private static UUID again(FileUpload known, FileUpload wanted) {
        if (known.size() != wanted.size() || !known.metadata().equals(wanted.metadata())) {
            throw Refusal.of(422, "idempotency-key-reused");
        }
        return known.id();
    }

    /** The upload with the bytes that are really there. */
    public Uni<FileUpload> find(Actor by, UUID id) {
        return rows.find(database.reading(), by, id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(upload -> withOffset(upload, offset(upload)));
    }

    private long offset(FileUpload upload) {
        return upload.state() == UploadState.RECEIVING
                ? Math.min(place.bytes(upload.id()), upload.size())
                : upload.size();
    }

    private static FileUpload withOffset(FileUpload u, long offset) {
        return new FileUpload(
                u.id(),
                u.courtId(),
                u.personId(),
                u.name(),
                u.metadata(),
                u.size(),
                u.announcedSha256(),
                offset,
                u.state(),
                u.mediaType(),
                u.sha256(),
                u.refusal(),
                u.fileId());
    }

    /**
     * Takes what the request brings from the offset on; answers the new one. 409 where the offset is another, 423 while
     * somebody else sends, 413 where more comes than was announced, 460 where the part is not what its checksum says.
     */
    public Uni<Long> receive(
            Actor by,
            UUID id,
            long offset,
            long announced,
            @Nullable PartChecksum checksum,
            HttpServerRequest request) {
        var loop = vertx.getOrCreateContext();
        UUID lease = ids.next();
        return find(by, id).invoke(upload -> check(upload, offset, announced)).chain(upload -> rows.seize(
                        database.reading(), id, lease, config.lease())
                .invoke(mine -> {
                    if (!mine) {
                        throw Refusal.of(423, "upload-busy");
                    }
                })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                // Whoever held it until a moment ago may have written more.
                .map(mine -> place.bytes(id))
                .emitOn(work -> loop.runOnContext(now -> work.run()))
                .chain(there -> there == offset
                        ? receive(upload, offset, lease, checksum, request)
                        : done(upload, there, lease).onItem().failWith(() -> elsewhere(there))));
    }

    private static void check(FileUpload upload, long offset, long announced) {
        if (upload.state() != UploadState.RECEIVING) {
            throw Refusal.conflict("upload-complete");
        }
        if (upload.received() != offset) {
            throw elsewhere(upload.received());
        }
        if (announced > upload.size() - offset) {
            throw Refusal.of(413, "upload-too-long", upload.size());
        }
    }

    private static Refusal elsewhere(long there) {
        return Refusal.conflict("upload-offset", there);
    }

    private Uni<Long> receive(
            FileUpload upload, long offset, UUID lease, @Nullable PartChecksum checksum, HttpServerRequest request) {
        return Receiving.into(
                        vertx,
                        request,
                        place.of(upload.id()),
                        offset,
                        upload.size() - offset,
                        checksum,
                        config.silence(),
                        config.lease(),
                        () -> rows.renew(database.reading(), upload.id(), lease, config.lease()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(end -> switch (end) {
                    case KEPT -> done(upload, place.bytes(upload.id()), lease);
                    case TOO_LONG -> undone(upload, offset, lease, Refusal.of(413, "upload-too-long", upload.size()));
                    case ALTERED -> undone(upload, offset, lease, Refusal.of(460, "upload-part-altered", offset));
                    case LOST -> Uni.createFrom().failure(Refusal.of(423, "upload-busy"));
                });
    }

    /** Nothing of the part is kept. */
    private Uni<Long> undone(FileUpload upload, long offset, UUID lease, Refusal why) {
        place.cut(upload.id(), offset);
        return done(upload, offset, lease).onItem().failWith(() -> why);
    }

    private Uni<Long> done(FileUpload upload, long there, UUID lease) {
        return rows.received(database.reading(), upload.id(), lease, Math.min(there, upload.size()))
                .invoke(() -> {
                    if (there >= upload.size()) {
                        checker.wake();
                    }
                })
                .replaceWith(there);
    }

    /** Throws it away; 423 while somebody sends, 409 where it has become a file. */
    public Uni<Void> remove(Actor by, UUID id) {
        return find(by, id)
                .invoke(upload -> {
                    if (upload.fileId() != null) {
                        throw Refusal.conflict("upload-used");
                    }
                })
                .chain(upload -> rows.remove(database.reading(), id))
                .invoke(gone -> {
                    if (!gone) {
                        throw Refusal.of(423, "upload-busy");
                    }
                })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(gone -> place.remove(id))
                .replaceWithVoid();
    }
}
