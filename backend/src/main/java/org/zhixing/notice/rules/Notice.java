package org.zhixing.notice.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice in somebody's inbox. {@code forDay} is the court date it belongs to. */
public record Notice(
        UUID id,
        String topic,
        Map<String, String> params,
        @Nullable UUID caseId,
        @Nullable UUID nodeId,
        LocalDate forDay,
        Instant createdAt,
        @Nullable Instant readAt) {}
