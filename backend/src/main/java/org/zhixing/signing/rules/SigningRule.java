package org.zhixing.signing.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who signs one kind of thing.
 *
 * @param subject the kind, e.g. of a court paper
 * @param clause as it is cited when somebody else wants to sign
 * @param seats each signs once
 * @param inOrder whether they sign one after the other, as they stand here; otherwise in any order
 * @param stepUp whether each proves anew who they are, since it restricts a person or pays money
 * @param requires what has to be so before the first of them signs
 */
public record SigningRule(
        String subject,
        String clause,
        List<SeatLine> seats,
        boolean inOrder,
        boolean stepUp,
        List<Requirement> requires) {

    /** @param largeOnly whether the seat is there for large payments alone */
    public record SeatLine(Seat seat, boolean largeOnly) {}

    /** Something that must be so, under a clause of its own. */
    public record Requirement(Fact fact, String clause) {}

    /** What a rule may ask of the case; how it is found is code. */
    public enum Fact {
        /** A result of a query is in the e-file. */
        QUERY_RESULT,
        /** Service of the enforcement notice on that person is recorded, not after today. */
        NOTICE_SERVED,
        /** The person is known not to be a minor. */
        OF_AGE,
        /** Those who deliberated are the case's handlers of today. */
        PANEL_STANDS,
        /** The final review desk has passed the case against the checklist of 法〔2016〕373号 art. 1. */
        FINAL_REVIEW_PASSED
    }

    public SigningRule {
        seats = List.copyOf(seats);
        requires = List.copyOf(requires);
        Set<Seat> known = new HashSet<>();
        if (seats.isEmpty() || clause.isBlank() || !seats.stream().allMatch(line -> known.add(line.seat()))) {
            throw new IllegalArgumentException(subject + ": seats are named once each, under a clause");
        }
    }

    /** The seats that sign in this instance. */
    public List<Seat> seatsOf(boolean large) {
        return seats.stream()
                .filter(line -> large || !line.largeOnly())
                .map(SeatLine::seat)
                .toList();
    }
}
