package org.zhixing.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of figures.
 *
 * @param ratio what the line is about; null where nothing is compared
 * @param aim what it should be, and whether it is
 */
record Figure(
        String what,
        @Nullable String ratio,
        String ours,
        String base,
        @Nullable String aim,
        boolean met) {
    static final List<String> HEAD = List.of("what", "ratio", "the API", "compared with", "aim");

    List<String> cells() {
        return List.of(
                what,
                ratio == null ? "" : "**" + ratio + "**",
                ours,
                base,
                aim == null ? "" : aim + (met ? " ✓" : " ✗"));
    }
}
