package org.zhixing.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Extension;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.platform.Messages;

/** More days for a closing node, as screens and API clients see it. */
@Schema(name = "Extension", description = "More calendar days for a closing node, granted by the president in charge")
public record ExtensionView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        UUID nodeId,
        NodeCode code,

        @Schema(description = "The node, in the caller's language")
        String name,

        @Schema(description = "Calendar days on top of the period")
        int days,

        String reason,
        @Schema(examples = "法发〔2006〕35号第1条") String clause,
        Extension.Status status,
        PersonRef askedBy,
        LocalDate askedOn,

        @Schema(description = "The last court date on which it could be asked")
        LocalDate lastDayToAsk,

        @Nullable LocalDate dueBefore,

        @Schema(description = "While asked what it would be, counted on the day it was asked; null once refused")
        @Nullable
        LocalDate dueAfter,

        @Nullable PersonRef decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason,
        int version,

        @Schema(description = "What the caller may do with it now")
        List<Act> allowed) {

    /** What can be done to an extension that was asked. */
    @Schema(name = "ExtensionAct")
    public enum Act {
        APPROVE,
        REFUSE
    }

    /** With names from the court's people and of its nodes. */
    public static ExtensionView of(
            Extension e, Actor actor, Map<UUID, Names.Known> known, Messages messages, Locale locale) {
        CaseSuspension.Act decided = e.decided();
        boolean decides = e.status() == Extension.Status.ASKED
                && actor.has(Role.PRESIDENT)
                && !e.askedBy().equals(actor.personId());
        return new ExtensionView(
                e.id(),
                e.caseId(),
                e.caseNumber(),
                e.nodeId(),
                e.code(),
                messages.get("messages/nodes", e.code().name(), List.of(), locale),
                e.days(),
                e.reason(),
                Extension.CLAUSE,
                e.status(),
                person(e.askedBy(), known),
                e.askedOn(),
                e.lastDay(),
                e.dueBefore(),
                e.dueAfter(),
                decided == null ? null : person(decided.by(), known),
                decided == null ? null : decided.on(),
                decided == null ? null : decided.reason(),
                e.version(),
                decides ? List.of(Act.values()) : List.of());
    }

    private static PersonRef person(UUID id, Map<UUID, Names.Known> known) {
        return new PersonRef(id, known.getOrDefault(id, Names.Known.NOBODY).name());
    }
}
