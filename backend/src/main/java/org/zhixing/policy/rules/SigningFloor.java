package org.zhixing.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.SigningRule;

/**
 * What no version of the signing rules may fall below for one kind of paper.
 *
 * @param clause that lays the seats down; "" where nothing does
 * @param always seats that sign every paper of the kind, in their turn
 * @param alone whether nobody else does, since an act waits for that signature and for no other
 * @param large seats that sign at least those of large payments
 * @param ordered whether the seats sign one after the other, as they stand here
 * @param stepUp whether a new login may not be taken away, since it restricts a person or pays money
 * @param facts that a statute wants, and no court may do without
 */
record SigningFloor(
        String clause,
        List<Seat> always,
        boolean alone,
        List<Seat> large,
        boolean ordered,
        boolean stepUp,
        List<SigningRule.Requirement> facts) {

    private static final String NOTICE = "ENFORCEMENT_NOTICE";
    private static final String ENDS_FOR_WANT = "RULING_THIS_PROCEDURE";
    private static final String PAYMENT = "DISBURSEMENT_APPROVAL";

    /** Kinds whose papers name the one party they are for, of whom something can be asked. */
    static final Set<String> ADDRESSED =
            Set.of(NOTICE, "PROPERTY_REPORT_ORDER", "CONSUMPTION_LIMIT", "DISHONESTY_DECISION", "CLOSING_NOTICE");

    private static final String MINUTES = "PANEL_RECORD";

    private static final SigningFloor NONE = new SigningFloor("", List.of(), false, List.of(), false, false, List.of());

    private static final Map<String, SigningFloor> BY_KIND = Map.of(
            MINUTES,
            new SigningFloor(
                    "一(五)",
                    List.of(Seat.CASE_JUDGE, Seat.CASE_EXECUTOR, Seat.CASE_CLERK),
                    false,
                    List.of(),
                    false,
                    false,
                    List.of()),
            PAYMENT,
            new SigningFloor(
                    "一(五), 二(二)",
                    List.of(Seat.CASE_EXECUTOR, Seat.CASE_JUDGE, Seat.DIRECTOR),
                    false,
                    List.of(Seat.PRESIDENT),
                    true,
                    true,
                    List.of()),
            "TRANSFER_APPROVAL",
            new SigningFloor("一(一)", List.of(Seat.PRESIDENT), true, List.of(), true, false, List.of()),
            "CONSUMPTION_LIMIT",
            new SigningFloor("", List.of(), false, List.of(), false, true, List.of()),
            "DISHONESTY_DECISION",
            new SigningFloor(
                    "",
                    List.of(),
                    false,
                    List.of(),
                    false,
                    true,
                    List.of(
                            new SigningRule.Requirement(SigningRule.Fact.NOTICE_SERVED, "法释〔2017〕7号第1条"),
                            new SigningRule.Requirement(SigningRule.Fact.OF_AGE, "法释〔2017〕7号第4条"))));

    static SigningFloor of(PaperKinds.Kind kind) {
        return BY_KIND.getOrDefault(kind.code(), NONE);
    }

    /** Whether papers of that kind pay an amount, by which a payment is large or not. */
    static boolean pays(PaperKinds.Kind kind) {
        return kind.code().equals(PAYMENT);
    }

    /** Whether that can be so at all before such a paper is signed; else nobody could ever sign one. */
    static boolean askable(SigningRule.Fact fact, PaperKinds.Kind kind) {
        return switch (fact) {
            case QUERY_RESULT -> true;
            case NOTICE_SERVED ->
                ADDRESSED.contains(kind.code()) && !kind.code().equals(NOTICE);
            case OF_AGE -> ADDRESSED.contains(kind.code());
            case PANEL_STANDS -> kind.code().equals(MINUTES);
            case FINAL_REVIEW_PASSED -> kind.code().equals(ENDS_FOR_WANT);
        };
    }

    /**
     * Seats that are wanted and not there.
     *
     * @param given those that sign every paper
     * @param all with those that sign large payments alone
     */
    List<Seat> missing(List<Seat> given, List<Seat> all) {
        return wanted().stream()
                .filter(seat -> !(large.contains(seat) ? all : given).contains(seat))
                .toList();
    }

    /** Seats that are there and have no place. */
    List<Seat> beyond(List<Seat> all) {
        return alone ? all.stream().filter(seat -> !wanted().contains(seat)).toList() : List.of();
    }

    /** Whether the seats that are wanted stand in the order in which they sign, whoever else stands among them. */
    boolean inTurn(List<Seat> given) {
        List<Seat> wanted = wanted();
        List<Seat> found = given.stream().filter(wanted::contains).distinct().toList();
        return found.equals(wanted.stream().filter(found::contains).toList());
    }

    private List<Seat> wanted() {
        return Stream.concat(always.stream(), large.stream()).toList();
    }
}
