package org.zhixing.referral.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.signing.rules.OfCase;

/**
 * A matter that needs review or ruling (clause 一(五)): raised by the case's executor, decided by its judge. Dates are
 * court dates.
 *
 * @param matter in a few words
 * @param detail what is asked for, and why
 * @param nodeId what counts its days; null where the court's node table has no line for it
 */
public record Referral(
        UUID id,
        int courtId,
        Of of,
        String matter,
        String detail,
        ReferralStatus status,
        UUID askedBy,
        LocalDate askedOn,
        @Nullable UUID nodeId,
        @Nullable End end,
        int version) {

    /** The case as it stands today. */
    public record Of(UUID id, String number, @Nullable Team team, boolean open, OfCase handlers) {}

    /** Who ended it, when and why: the judge by a decision, or who asked by taking it back. */
    public record End(UUID by, LocalDate on, String reason) {}

    public boolean open() {
        return status == ReferralStatus.OPEN;
    }

    /** Counted by that node. */
    public Referral on(@Nullable UUID node) {
        return new Referral(id, courtId, of, matter, detail, status, askedBy, askedOn, node, end, version);
    }

    public Referral ended(ReferralStatus how, End by) {
        return new Referral(id, courtId, of, matter, detail, how, askedBy, askedOn, nodeId, by, version);
    }
}
