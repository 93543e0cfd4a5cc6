package org.zhixing.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit trail as a whole. */
public final class Trail {
    private Trail() {}

    private static final String KNOWN = "(select court_id, seq, count(*) as times from (select s.court_id,"
            + " split_part(l, E'\t', 1)::bigint as seq from audit_seal s, string_to_table(s.leaves, E'\n') l"
            + " union all select court_id, seq from audit_unsealed) k group by court_id, seq)";

    /** Every row waits to be sealed or stands in one block, and every block hangs on the one before. */
    public static void assertWhole(CourtData data) {
        assertThat(data.query("select coalesce(a.seq, k.seq) from audit a full join " + KNOWN
                        + " k using (court_id, seq) where k.times is distinct from 1 or a.seq is null"))
                .as("audit rows that are sealed twice, or not and do not wait for it")
                .isEmpty();
        assertThat(data.query(
                        "select number from (select s.number, s.previous, lag(s.hash, 1, h.hash) over w as before,"
                                + " row_number() over w as place from audit_seal s join audit_head h using (court_id)"
                                + " window w as (partition by s.court_id order by s.number)) b"
                                + " where previous <> before or number <> place"))
                .as("blocks off the chain")
                .isEmpty();
    }
}
