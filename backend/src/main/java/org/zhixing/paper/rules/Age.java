package org.zhixing.paper.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How old somebody is by their ID number (GB 11643: digits 7 to 14 are the birthday). */
public final class Age {
    private static final int MAJORITY = 18;

    private Age() {}

    /** Whether that person is known to be of age on the day; a number that says nothing, or none, is not known. */
    public static boolean isMajor(@Nullable String idNumber, LocalDate on) {
        return birthday(idNumber)
                .map(born -> Period.between(born, on).getYears() >= MAJORITY)
                .orElse(false);
    }

    private static Optional<LocalDate> birthday(@Nullable String idNumber) {
        if (idNumber == null || !idNumber.strip().matches("\\d{17}[\\dXx]")) {
            return Optional.empty();
        }
        String digits = idNumber.strip();
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(6, 10)),
                    Integer.parseInt(digits.substring(10, 12)),
                    Integer.parseInt(digits.substring(12, 14))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
