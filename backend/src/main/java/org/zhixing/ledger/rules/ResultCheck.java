package org.zhixing.ledger.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets what the bank says beside what is known: only what is new and contradicts nothing is booked. */
public final class ResultCheck {
    private ResultCheck() {}

    /** A line with what became of it; {@code why} is a key of the catalogue where nothing was booked. */
    public record Checked(
            BankResult result,
            ResultOutcome outcome,
            @Nullable String why) {}

    /**
     * In the order of the lines.
     *
     * @param known the batch's payments by their numbers
     */
    public static List<Checked> of(
            List<BankResult> results, Map<String, Payment> known, LocalDate orderedOn, LocalDate today) {
        Set<String> torn = contradicting(results);
        Set<String> seen = new HashSet<>();
        return results.stream()
                .map(result -> {
                    Checked checked = check(result, known.get(result.number()), torn, orderedOn, today);
                    boolean booked = checked.why() == null && checked.outcome() != ResultOutcome.SAME;
                    return booked && !seen.add(result.number())
                            ? new Checked(result, ResultOutcome.SAME, null)
                            : checked;
                })
                .toList();
    }

    /** What is to be booked, by payment number, in the order of the lines. */
    public static Map<String, BankResult> booked(List<Checked> checked) {
        Map<String, BankResult> booked = new LinkedHashMap<>();
        checked.stream()
                .filter(each -> each.outcome() == ResultOutcome.PAID || each.outcome() == ResultOutcome.BOUNCED)
                .forEach(each -> booked.put(each.result().number(), each.result()));
        return booked;
    }

    private static Checked check(
            BankResult result, @Nullable Payment payment, Set<String> torn, LocalDate orderedOn, LocalDate today) {
        if (payment == null || !payment.payee().kind().byBank()) {
            return new Checked(result, ResultOutcome.UNKNOWN, "result.unknown");
        }
        if (torn.contains(result.number())) {
            return new Checked(result, ResultOutcome.CONFLICT, "result.torn");
        }
        if (result.amount() != null && result.amount().compareTo(payment.amount()) != 0) {
            return new Checked(result, ResultOutcome.CONFLICT, "result.amount");
        }
        if (payment.status().settled()) {
            return same(result, payment)
                    ? new Checked(result, ResultOutcome.SAME, null)
                    : new Checked(result, ResultOutcome.CONFLICT, "result.settled");
        }
        if (result.on().isAfter(today) || result.on().isBefore(orderedOn)) {
            return new Checked(result, ResultOutcome.BAD, "result.date");
        }
        return new Checked(
                result, result.status() == PaymentStatus.PAID ? ResultOutcome.PAID : ResultOutcome.BOUNCED, null);
    }

    private static boolean same(BankResult result, Payment payment) {
        return result.status() == payment.status()
                && result.on().equals(payment.settledOn())
                && agree(result.serial(), payment.bankSerial());
    }

    /** A serial number that only one of them knows contradicts nothing. */
    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    /** Numbers of which two lines say different things. */
    private static Set<String> contradicting(List<BankResult> results) {
        Map<String, BankResult> first = new HashMap<>();
        Set<String> torn = new HashSet<>();
        for (BankResult result : results) {
            BankResult other = first.putIfAbsent(result.number(), result);
            if (other != null
                    && (other.status() != result.status()
                            || !other.on().equals(result.on())
                            || !agree(other.serial(), result.serial()))) {
                torn.add(result.number());
            }
        }
        return torn;
    }
}
