package org.zhixing.access.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who decides in the place of a leader that is away (代行审批). Dates are court dates.
 *
 * @param role the leader's that is lent
 * @param to the last day, inclusive
 * @param revokedOn the day on which it was taken back, from which it holds no more
 */
public record StandIn(
        UUID id,
        int courtId,
        UUID absentId,
        UUID standInId,
        Role role,
        LocalDate from,
        LocalDate to,
        String reason,
        LocalDate madeOn,
        @Nullable LocalDate revokedOn) {

    public boolean holds(LocalDate day) {
        return revokedOn == null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether both would be in the same leader's place on some day. */
    public boolean overlaps(StandIn other) {
        return revokedOn == null
                && other.revokedOn == null
                && absentId.equals(other.absentId)
                && role == other.role
                && !from.isAfter(other.to)
                && !other.from.isAfter(to);
    }
}
