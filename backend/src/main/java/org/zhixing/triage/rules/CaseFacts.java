package org.zhixing.triage.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.RegisterRow;

/**
 * Everything triage asks of a case.
 *
 * @param claimAmount CNY to the fen; null if no amount is known
 * @param enterpriseParty whether any party on either side is an enterprise
 * @param firstFiledOn when the dispute was first filed for enforcement; null if this filing is the first
 */
public record CaseFacts(
        CaseKind kind,
        @Nullable Matter matter,
        @Nullable BigDecimal claimAmount,
        boolean enterpriseParty,
        boolean preserved,
        boolean fourChecksSufficient,
        boolean auctionNeeded,
        boolean refusalOrCriminal,
        @Nullable LocalDate firstFiledOn,
        LocalDate filedOn) {

    /** The same, were the four checks to say that. */
    public CaseFacts withFourChecks(boolean sufficient) {
        return new CaseFacts(
                kind,
                matter,
                claimAmount,
                enterpriseParty,
                preserved,
                sufficient,
                auctionNeeded,
                refusalOrCriminal,
                firstFiledOn,
                filedOn);
    }

    public static CaseFacts of(RegisterRow row) {
        return new CaseFacts(
                row.kind(),
                row.matter(),
                row.claimAmount(),
                row.enterpriseParty(),
                row.preserved(),
                row.fourChecksSufficient(),
                row.auctionNeeded(),
                row.refusalOrCriminal(),
                row.firstFiledOn(),
                row.filedOn());
    }
}
