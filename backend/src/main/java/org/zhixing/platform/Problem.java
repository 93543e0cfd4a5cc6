package org.zhixing.platform;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** RFC 9457 problem: which clause, which fact and what to do instead, in the caller's language. */
@Schema(name = "Problem", description = "RFC 9457 problem details with the clause, the fact and the remedy")
public record Problem(
        @Schema(examples = "urn:zhixing:problem:stale") String type,
        String title,
        @Schema(examples = "412") int status,
        String detail,
        @Schema(examples = "stale") String code,
        @Schema(examples = "一(一)") @Nullable String clause,
        @Nullable String fact,
        @Nullable String remedy,
        List<Field> errors,
        @Nullable String requestId,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extra) {

    /** One wrong field. */
    @Schema(name = "ProblemField")
    public record Field(String field, @Nullable String value, String message) {}
}
