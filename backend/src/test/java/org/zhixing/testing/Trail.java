package org.zhixing.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit trail as a whole. */
public final class Trail {
    private Trail() {}

    /** Every row hangs on the one before, and none is missing; of a database with one court's trail. */
    public static void assertWhole(CourtData data) {
        assertThat(data.count("select count(*) from (select seq, prev_hash, lag(hash, 1, repeat('0', 64))"
                        + " over (order by seq) as before, row_number() over (order by seq) as place from audit) t"
                        + " where prev_hash <> before or seq <> place"))
                .as("audit rows off the chain")
                .isZero();
    }
}
