package org.zhixing.paper.rules;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same paper for many cases. {@code endedAt} is null while cases wait. */
public record Batch(
        UUID id,
        int courtId,
        String kind,
        Map<String, String> fields,
        UUID madeBy,
        Instant madeAt,
        @Nullable Instant endedAt,
        int total,
        int done,
        int refused) {

    /** One case of it. {@code refusal} is the code of why no paper was made. */
    public record Line(
            UUID batchId,
            int courtId,
            int position,
            UUID caseId,
            @Nullable String caseNumber,
            State state,
            @Nullable UUID paperId,
            @Nullable String refusal) {}

    public enum State {
        WAITING,
        DONE,
        REFUSED
    }

    public boolean working() {
        return endedAt == null;
    }

    /** A paper that was made, with the PDF it has today. */
    public record Printed(int position, String caseNumber, String number, UUID fileId, long size) {}
}
