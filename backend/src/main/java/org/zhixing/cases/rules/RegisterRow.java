package org.zhixing.cases.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the register in which nothing is wrong.
 *
 * @param claimAmount CNY to the fen, null where the register knows none
 * @param parties the applicants, then the respondents, in the register's order
 * @param firstFiledOn when the dispute was first filed for enforcement, null if this filing is the first
 * @param judge the handling judge's name as written, null for "propose one"
 */
public record RegisterRow(
        CaseNumber number,
        CaseKind kind,
        LocalDate filedOn,
        String cause,
        @Nullable BigDecimal claimAmount,
        Matter matter,
        List<NamedParty> parties,
        boolean preserved,
        boolean fourChecksSufficient,
        boolean auctionNeeded,
        boolean refusalOrCriminal,
        @Nullable LocalDate firstFiledOn,
        @Nullable String judge,
        @Nullable String executor) {

    public RegisterRow {
        parties = List.copyOf(parties);
    }

    /** Whether any party, on either side, is an enterprise (涉企, clause 一(一)3). */
    public boolean enterpriseParty() {
        return parties.stream().anyMatch(party -> party.kind() == PartyKind.ENTERPRISE);
    }

    /** The row once property was found that must be auctioned (clause 一(一)). */
    public RegisterRow withAuctionNeeded() {
        return new RegisterRow(
                number,
                kind,
                filedOn,
                cause,
                claimAmount,
                matter,
                parties,
                preserved,
                fourChecksSufficient,
                true,
                refusalOrCriminal,
                firstFiledOn,
                judge,
                executor);
    }
}
