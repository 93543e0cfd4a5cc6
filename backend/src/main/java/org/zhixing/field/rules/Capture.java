package org.zhixing.field.rules;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something taken on the spot.
 *
 * @param id made on the phone; whoever sends it again means the same
 * @param sha256 of the bytes as they were taken, in lower-case hex
 * @param uploadId where its bytes are; null for a record, whose text is its bytes
 */
public record Capture(
        UUID id,
        UUID slipId,
        Kind kind,
        String sha256,
        Instant takenAt,
        @Nullable Position position,
        @Nullable UUID uploadId,
        @Nullable String record,
        String title,
        String category) {

    public enum Kind {
        PHOTO,
        AUDIO,
        RECORD
    }

    /** Where the phone thought that it was, and how far off that may be. */
    public record Position(double lat, double lng, double accuracy) {
        public String text() {
            return String.format(Locale.ROOT, "%.5f, %.5f (±%.0f m)", lat, lng, accuracy);
        }
    }
}
