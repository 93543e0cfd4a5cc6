package org.zhixing.supervise.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.NodeView;
import org.zhixing.supervise.rules.SlipAct;
import org.zhixing.supervise.rules.SlipAnswer;
import org.zhixing.supervise.rules.SlipStatus;

/** A supervision slip as screens see it; {@link SlipViews} puts it together. */
@Schema(name = "SupervisionSlip", description = "Node control's demand about one node, and what was answered")
public record SlipView(
        UUID id,
        @Schema(examples = "督办〔2022〕1号") String number,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,

        @Schema(description = "The case's team today") @Nullable
        Team caseTeam,

        @Schema(description = "The node as it stands today: it may be rectified while the answer is still owed")
        NodeView node,

        String reason,
        PersonRef issuedBy,
        LocalDate issuedOn,

        @Schema(description = "Court date; an answer is in time until 24:00 Asia/Shanghai of it")
        LocalDate answerDue,

        SlipStatus status,

        @Schema(description = "Calendar days an owed answer is late; null if none is owed or there is time left")
        @Nullable
        Integer daysLate,

        @Schema(description = "Every answer, the first one first")
        List<Answer> answers,

        @Nullable Withdrawal withdrawal,
        int version,

        @Schema(description = "What the caller may do with it now")
        List<SlipAct> allowed) {

    /** One answer and what node control made of it. */
    @Schema(name = "SlipAnswer")
    public record Answer(
            int round,
            String text,
            NodeView.@Nullable Evidence evidence,
            PersonRef answeredBy,
            LocalDate answeredOn,

            @Schema(description = "The last day in time of this round")
            LocalDate answerDue,

            @Schema(description = "Calendar days late, 0 in time")
            int daysLate,

            SlipAnswer.@Nullable Decision decision,
            @Nullable PersonRef decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String decisionReason) {}

    /** Why it is void. */
    @Schema(name = "SlipWithdrawal")
    public record Withdrawal(PersonRef by, LocalDate on, String reason) {}
}
