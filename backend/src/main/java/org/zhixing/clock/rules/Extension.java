package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * More days for a closing node (§3.1 rule 6): asked by a handler at least five days before it is due, approved or refused
 * by the president in charge. Dates are court dates.
 *
 * @param days calendar days on top of the period
 * @param lastDay the last day on which it could be asked
 * @param dueBefore the due date as it stood when it was asked, and once approved when it was approved
 */
public record Extension(
        UUID id,
        int courtId,
        UUID caseId,
        String caseNumber,
        UUID nodeId,
        NodeCode code,
        int days,
        String reason,
        Status status,
        UUID askedBy,
        LocalDate askedOn,
        LocalDate lastDay,
        @Nullable LocalDate dueBefore,
        @Nullable LocalDate dueAfter,
        CaseSuspension.@Nullable Act decided,
        int version) {
    public static final String CLAUSE = "法发〔2006〕35号第1条";
    /** Of one extension, and of all a node is granted. */
    public static final int MOST_DAYS = 180;

    public static final int MOST_ALTOGETHER = 720;
    private static final int DAYS_BEFORE_DUE = 5;

    /** How far it has come. */
    public enum Status {
        ASKED,
        APPROVED,
        REFUSED
    }

    /** The last day, inclusive, on which more time may be asked for what is due then; it does not roll. */
    public static LocalDate lastDay(LocalDate dueOn) {
        return dueOn.minusDays(DAYS_BEFORE_DUE);
    }

    /** Whether the node is one that can be given more time, be it today or earlier. */
    public static boolean suits(Node node) {
        return node.stop() == Stop.CASE_CLOSED && node.period() > 0;
    }

    /** Whether more time may be asked for the node on that day. */
    public static boolean inTime(Node node, LocalDate today) {
        return node.open() && suits(node) && !node.dueOn().equals(Due.NEVER) && !today.isAfter(lastDay(node.dueOn()));
    }

    public Extension decided(
            Status how, CaseSuspension.Act act, @Nullable LocalDate before, @Nullable LocalDate after) {
        return new Extension(
                id,
                courtId,
                caseId,
                caseNumber,
                nodeId,
                code,
                days,
                reason,
                how,
                askedBy,
                askedOn,
                lastDay,
                before,
                after,
                act,
                version);
    }
}
