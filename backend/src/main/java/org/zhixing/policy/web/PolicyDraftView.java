package org.zhixing.policy.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.policy.rules.Difference;
import org.zhixing.policy.rules.PolicyKind;

/** The draft in hand; where there is none, what a new one would begin from. */
@Schema(name = "PolicyDraft")
public record PolicyDraftView(
        PolicyKind kind,

        @Schema(description = "Whether a draft is in hand; if not, document is what is published")
        boolean inHand,

        @Schema(description = "The ETag: it rises with every save and never comes back; 0 before the first draft")
        int version,

        @Schema(description = "The version published last; null for a calendar, which has years") @Nullable
        Integer basedOn,

        @Schema(implementation = Object.class, description = PolicyDraftView.POLICY)
        JsonNode document,

        String note,
        @Nullable PersonRef editedBy,
        @Nullable Instant editedAt,

        @Schema(description = "Where it differs from what is published")
        List<PolicyChange> changes) {

    /** What a document is, by kind. */
    static final String POLICY =
            "NodePolicyDocument, TriageDocument, Catalogue, SigningPolicy, or of a calendar {year, holidays, workdays} with days {date, name}";

    /** One place at which two documents differ. */
    @Schema(name = "PolicyChange")
    public record PolicyChange(
            @Schema(description = "Lines are named by their key", examples = "policies[CLOSE_FAST].period")
            String path,

            @Schema(examples = "40") @Nullable String before,
            @Schema(examples = "35") @Nullable String after) {

        static List<PolicyChange> from(List<Difference> found) {
            return found.stream()
                    .map(each -> new PolicyChange(each.path(), each.before(), each.after()))
                    .toList();
        }
    }
}
