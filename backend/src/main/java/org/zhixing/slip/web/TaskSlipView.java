package org.zhixing.slip.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.Letter;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipState;

/** A task slip as screens see it; {@link TaskSlipViews} puts it together. */
@Schema(name = "TaskSlip", description = "What a team hands to the affairs team, and how far it has come")
public record TaskSlipView(
        UUID id,
        @Schema(examples = "流转〔2022〕1号") String number,
        String kind,
        @Schema(examples = "查封") String kindName,
        String clause,

        @Schema(description = "Opened at filing, by nobody's request")
        boolean automatic,

        TaskSlipState state,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        @Nullable Team caseTeam,
        @Nullable PersonRef judge,
        String target,
        @Nullable String place,
        @Nullable String area,
        @Nullable String instructions,
        @Nullable PersonRef requestedBy,
        LocalDate requestedOn,
        @Nullable PersonRef signedBy,
        @Nullable LocalDate signedOn,
        @Nullable PersonRef receivedBy,
        @Nullable LocalDate receivedOn,
        @Nullable PersonRef executor,
        List<PersonRef> officers,
        @Nullable String result,
        @Nullable PersonRef resultBy,
        @Nullable LocalDate resultOn,

        @Schema(description = "Why it was sent back or cancelled") @Nullable
        String reason,

        @Schema(description = "The node that counts its days; null before its clock runs") @Nullable
        UUID nodeId,

        @Schema(description = "Court date; in time until 24:00 Asia/Shanghai of it") @Nullable
        LocalDate dueOn,

        @Schema(description = "The clock runs and its day has passed")
        boolean late,

        @Schema(
                description = "The category of the e-file in which its node is proved done; null before its clock"
                        + " runs, and where a letter proves it")
        @Nullable
        String evidenceCategory,

        @Schema(description = "Nothing that its node asks for is missing")
        boolean proved,

        @Schema(description = "What proves the work, removed items left out")
        List<Evidence> evidence,

        @Schema(description = "The other court and the letters; null where nothing is delegated") @Nullable
        Letters delegation,

        int version,

        @Schema(description = "What the caller may do with it now")
        List<TaskSlipAct> may,

        @Schema(description = "The steps it has come to, and what stands against the caller's taking them")
        List<Next> next) {

    /** A step that could be taken; null where nothing stands against it. */
    @Schema(name = "TaskSlipNext")
    public record Next(TaskSlipAct act, @Nullable String why) {}

    /** The letters between two courts. */
    @Schema(name = "Delegation")
    public record Letters(
            SlipWay way,
            @Schema(examples = "洛阳市涧西区人民法院") String otherCourt,
            @Nullable String letterNumber,

            @Schema(description = "Court date on which it was sent, or came") @Nullable
            LocalDate letterOn,

            @Nullable String replyNumber,
            @Nullable LocalDate replyOn) {
        static @Nullable Letters of(TaskSlip slip) {
            Delegation d = slip.delegation();
            if (d == null) {
                return null;
            }
            Letter letter = d.letter();
            Letter reply = d.reply();
            return new Letters(
                    slip.kind().way(),
                    d.otherCourt(),
                    letter == null ? null : letter.number(),
                    letter == null ? null : letter.on(),
                    reply == null ? null : reply.number(),
                    reply == null ? null : reply.on());
        }
    }

    /** An item of the e-file, with the hash, the file and the type of its newest version. */
    @Schema(name = "TaskSlipEvidence")
    public record Evidence(UUID itemId, String title, String sha256, UUID fileId, String mediaType) {}

    /** One step of its way. */
    @Schema(name = "TaskSlipStep")
    public record Step(
            TaskSlipAct act,
            PersonRef by,
            LocalDate on,
            @Nullable String text) {}
}
