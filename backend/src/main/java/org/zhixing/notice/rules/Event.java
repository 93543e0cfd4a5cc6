package org.zhixing.notice.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something people are told of.
 *
 * @param topic key of the sentence in the catalogue {@code messages/notices}
 * @param key the same event never goes out twice under one key
 * @param people addressed by id
 * @param circles addressed by role, resolved when it is delivered
 * @param params fill the sentence
 * @param forDay the court date it belongs to
 */
public record Event(
        String topic,
        String key,
        List<UUID> people,
        List<Circle> circles,
        Map<String, String> params,
        @Nullable UUID caseId,
        @Nullable UUID nodeId,
        LocalDate forDay) {

    /** People of a court by role, and by team where one is given. */
    public record Circle(String role, @Nullable String team) {}
}
