package org.zhixing.slip.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A day's way of some officers.
 *
 * @param slips in the order in which they go to them
 */
public record Trip(
        UUID id, int courtId, LocalDate on, String title, List<UUID> officers, List<UUID> slips, int version) {
    public Trip {
        officers = List.copyOf(officers);
        slips = List.copyOf(slips);
    }
}
