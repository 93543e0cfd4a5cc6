package org.zhixing.paper.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper served (送达).
 *
 * @param on the day it was handed over, or published
 * @param servedOn the day it is held served; later than {@code on} where it was published
 * @param proof the item of the e-file that proves it
 */
public record Serving(
        UUID id,
        UUID paperId,
        String recipient,
        ServiceManner manner,
        LocalDate on,
        LocalDate servedOn,
        UUID proof,
        @Nullable String note,
        UUID recordedBy) {

    /** The day on which a paper is held served: published, the last of so many days after the day of publication. */
    public static LocalDate servedOn(ServiceManner manner, LocalDate on, int publicationDays) {
        return manner == ServiceManner.PUBLICATION ? on.plusDays(publicationDays) : on;
    }
}
