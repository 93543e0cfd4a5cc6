package org.zhixing.dossier.web;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.dossier.rules.UploadState;

/** How far an upload has come. */
@Schema(name = "Upload")
public record UploadView(
        UUID id,
        String name,
        long size,

        @Schema(description = "Bytes that are on the server's disk")
        long offset,

        UploadState state,

        @Schema(description = "Found from the content; null until it is ready") @Nullable
        String mediaType,

        @Nullable String sha256,

        @Schema(description = "Why it was not taken") @Nullable
        Why refusal) {

    /** The reason and what to do, in the caller's language. */
    @Schema(name = "UploadRefusal")
    public record Why(
            String code,
            String title,
            String detail,
            @Nullable String remedy) {}
}
