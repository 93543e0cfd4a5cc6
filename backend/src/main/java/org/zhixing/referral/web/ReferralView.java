package org.zhixing.referral.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.referral.rules.Referral;
import org.zhixing.referral.rules.ReferralAct;
import org.zhixing.referral.rules.ReferralPermits;
import org.zhixing.referral.rules.ReferralStatus;

/** A matter that an executor referred to the judge. */
@Schema(name = "Referral")
public record ReferralView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        @Schema(examples = "变更被执行人") String matter,
        String detail,
        ReferralStatus status,
        PersonRef askedBy,
        LocalDate askedOn,

        @Schema(description = "The case's judge today") @Nullable
        PersonRef judge,

        @Schema(description = "What counts its days") @Nullable
        UUID nodeId,

        @Nullable PersonRef endedBy,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Schema(description = "What the caller may do") List<ReferralAct> allowed,
        int version) {

    static ReferralView of(Referral r, Actor actor, Map<UUID, Names.Known> names) {
        Referral.End end = r.end();
        UUID judge = r.of().handlers().judgeId();
        return new ReferralView(
                r.id(),
                r.of().id(),
                r.of().number(),
                r.matter(),
                r.detail(),
                r.status(),
                who(r.askedBy(), names),
                r.askedOn(),
                judge == null ? null : who(judge, names),
                r.nodeId(),
                end == null ? null : who(end.by(), names),
                end == null ? null : end.on(),
                end == null ? null : end.reason(),
                ReferralPermits.allowed(actor, r),
                r.version());
    }

    private static PersonRef who(UUID id, Map<UUID, Names.Known> names) {
        return new PersonRef(id, names.getOrDefault(id, Names.Known.NOBODY).name());
    }
}
