package org.zhixing.measure.rules;

import java.util.List;

/** Which categories of the e-file a measure's paper may have. */
public final class MeasurePapers {
    /** Where it goes when nobody says otherwise: 查封冻结扣押材料. */
    public static final String USUAL = "OFFLINE_MEASURE_RESULT";

    private static final List<String> FITTING = List.of(USUAL, "RULING", "PRESERVATION_RECORD");

    private MeasurePapers() {}

    public static boolean fits(String category) {
        return FITTING.contains(category);
    }
}
