package org.zhixing.clock.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The holidays of 《全国年节及纪念日放假办法》 that fall on the same date every year. Spring Festival, Qingming, Dragon Boat and
 * Mid-Autumn follow the moon or the sun and are known only from the year's notice.
 */
final class FixedHolidays {

    /** From this year on Labour Day has two days (国务院令第795号). */
    private static final int LABOUR_DAY_DOUBLED = 2025;

    private FixedHolidays() {}

    static @Nullable String name(LocalDate date) {
        int day = date.getDayOfMonth();
        return switch (date.getMonth()) {
            case JANUARY -> day == 1 ? "元旦" : null;
            case MAY -> day == 1 || (day == 2 && date.getYear() >= LABOUR_DAY_DOUBLED) ? "劳动节" : null;
            case OCTOBER -> day <= 3 ? "国庆节" : null;
            default -> null;
        };
    }
}
