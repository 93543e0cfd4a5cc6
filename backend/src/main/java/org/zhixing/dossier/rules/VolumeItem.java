package org.zhixing.dossier.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of a case's volume.
 *
 * @param nodeId the node that it proves done, if any
 * @param position its place within its category, from 1
 * @param latest its newest version; its number is the version of the file, not of the row
 * @param removal null while it stands in the volume
 * @param version of the row, raised by every change
 */
public record VolumeItem(
        UUID id,
        int courtId,
        UUID caseId,
        String category,
        int position,
        @Nullable UUID nodeId,
        Version latest,
        @Nullable Removal removal,
        int version) {

    /** What was filed: the file, and what is known of it. */
    public record Content(
            StoredFile file,
            String title,
            Source source,
            @Nullable Instant takenAt,
            @Nullable String place,
            @Nullable String note) {}

    /** An item to be filed. */
    public record New(
            UUID caseId, String category, @Nullable UUID nodeId, Content content) {}

    public record Version(int number, Content content, UUID filedBy, String filedByName, Instant filedAt) {}

    public record Removal(UUID by, Instant at, String reason) {}

    /** A version of an item as it was filed; the note says why it replaced the one before. */
    public record Past(
            UUID item,
            int number,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            String filedBy,
            Instant filedAt,
            @Nullable String note) {}

    /** Whose items, of which category; null is any. */
    public record Asked(int courtId, UUID caseId, @Nullable String category) {}
}
