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
 * @param noPosition why it has no position, as far as the phone said
 * @param uploadId where its bytes are; null for a record, whose text is its bytes
 */
public record Capture(
        UUID id,
        UUID slipId,
        Kind kind,
        String sha256,
        Instant takenAt,
        @Nullable Position position,
        @Nullable NoPosition noPosition,
        @Nullable UUID uploadId,
        @Nullable String record,
        String title,
        String category) {

    public enum Kind {
        PHOTO,
        AUDIO,
        RECORD
    }

    /** Why the phone could not say where it was. */
    public enum NoPosition {
        DENIED("未允许定位"),
        UNAVAILABLE("无法定位"),
        TIMEOUT("定位超时"),
        UNSUPPORTED("设备不支持定位");

        private final String words;

        NoPosition(String words) {
            this.words = words;
        }
    }

    /** Where the phone thought that it was, and how far off that may be. */
    public record Position(double lat, double lng, double accuracy) {
        public String text() {
            return String.format(Locale.ROOT, "%.5f, %.5f (±%.0f m)", lat, lng, accuracy);
        }
    }

    /** Where it was taken, in the words of the e-file: where the phone was, or why that is not known. */
    public String where() {
        if (position != null) {
            return position.text();
        }
        return noPosition == null ? "未取得定位" : "未取得定位：" + noPosition.words;
    }

    /** {@link #where()} for an item; where the phone was silent, the place that the slip names stands beside it. */
    public String place(@Nullable String named) {
        return position != null || named == null ? where() : where() + "（流转单地点：" + named + "）";
    }
}
