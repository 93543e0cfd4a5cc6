package org.zhixing.dossier.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param metadata what the client said at the beginning, as it said it
 * @param received bytes that were on disk when a part had been received; the disk has the last word
 * @param fileId the file that it became, if somebody has filed it
 */
public record FileUpload(
        UUID id,
        int courtId,
        UUID personId,
        String name,
        String metadata,
        long size,
        @Nullable String announcedSha256,
        long received,
        UploadState state,
        @Nullable String mediaType,
        @Nullable String sha256,
        @Nullable Finding refusal,
        @Nullable UUID fileId) {}
