package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of a respondent's that was found, as its newest version says.
 *
 * @param reason why this version took the place of the one before; null of the first
 */
public record Asset(
        UUID id,
        int courtId,
        UUID caseId,
        Facts facts,
        UUID writtenBy,
        LocalDate writtenOn,
        @Nullable String reason,
        int version) {

    /**
     * What is known of it.
     *
     * @param holder the bank, registry or place where it is, by kind
     * @param identifier account, plate or certificate number, by kind
     * @param value in CNY; null while nobody has estimated it
     * @param appraised whether the value is an appraiser's, not an estimate
     */
    public record Facts(
            AssetKind kind,
            String respondent,
            String description,
            @Nullable String holder,
            @Nullable String identifier,
            @Nullable BigDecimal value,
            boolean appraised,
            AssetSource source,
            LocalDate foundOn,
            boolean disposable) {}

    public Asset corrected(Facts now, UUID by, LocalDate on, String why) {
        return new Asset(id, courtId, caseId, now, by, on, why, version + 1);
    }
}
