package org.zhixing.ledger.rules;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a line's money goes, and why. */
public record LineMatch(Matched matched, @Nullable UUID caseId, MatchReason why) {

    /** How it was told. */
    public enum Matched {
        VIRTUAL,
        REMARK,
        SUSPENSE,
        /** Money out: it goes to no case. */
        OUT
    }

    /** Why it goes there. */
    public enum MatchReason {
        /** The virtual account is this case's. */
        VIRTUAL_NUMBER,
        /** The remark names this case and no other of the court, nor a further one in short. */
        CASE_NUMBER,
        /** The remark names no case. */
        NO_NUMBER,
        /** The remark names a case that the court does not have. */
        UNKNOWN_NUMBER,
        /** The remark could mean two cases: it names two, or a further one in short. */
        SEVERAL_CASES,
        /** It went to a case by itself, and the funds desk has taken it back. */
        UNDONE,
        MONEY_OUT
    }

    /**
     * By virtual number first, else by the remark.
     *
     * @param ofVirtual the court's cases by virtual number
     * @param ofNumber the court's cases by case number
     */
    public static LineMatch of(BankEntry entry, Map<String, UUID> ofVirtual, Map<String, UUID> ofNumber) {
        if (entry.moneyIn() == null) {
            return new LineMatch(Matched.OUT, null, MatchReason.MONEY_OUT);
        }
        String virtual = entry.virtualNumber();
        UUID byVirtual = virtual == null ? null : ofVirtual.get(virtual);
        if (byVirtual != null) {
            return new LineMatch(Matched.VIRTUAL, byVirtual, MatchReason.VIRTUAL_NUMBER);
        }
        Set<String> named = numbers(entry);
        Set<UUID> meant = new LinkedHashSet<>();
        for (String number : named) {
            UUID caseId = ofNumber.get(number);
            if (caseId != null) {
                meant.add(caseId);
            }
        }
        boolean further = !named.isEmpty() && further(entry);
        if (meant.size() == 1 && !further) {
            return new LineMatch(Matched.REMARK, meant.iterator().next(), MatchReason.CASE_NUMBER);
        }
        MatchReason why = further || !meant.isEmpty()
                ? MatchReason.SEVERAL_CASES
                : named.isEmpty() ? MatchReason.NO_NUMBER : MatchReason.UNKNOWN_NUMBER;
        return new LineMatch(Matched.SUSPENSE, null, why);
    }

    /** What is meant in short is looked up nowhere: that it is meant is enough to ask a person. */
    private static boolean further(BankEntry entry) {
        String remark = entry.remark();
        return remark != null && CaseNumbersIn.further(remark);
    }

    /** The case numbers that its remark names. */
    public static Set<String> numbers(BankEntry entry) {
        String remark = entry.remark();
        return entry.moneyIn() == null || remark == null ? Set.of() : CaseNumbersIn.remark(remark);
    }
}
