package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money: entries whose debits equal their credits, in CNY to the fen. It is never changed; a mistake is
 * reversed by another one (domain.md §5).
 *
 * @param bookedOn the court's day on which it was booked
 * @param valueOn the bank's day of the money
 * @param memo what it is, for the account's card
 * @param subjectId what it came from: a line of a statement, a payment, a claim
 * @param bookedBy the person, or null for the system
 */
public record LedgerTransaction(
        UUID id,
        int courtId,
        TransactionKind kind,
        @Nullable UUID caseId,
        LocalDate bookedOn,
        LocalDate valueOn,
        String memo,
        @Nullable UUID subjectId,
        @Nullable UUID reverses,
        @Nullable UUID bookedBy,
        List<Entry> entries) {

    /** One side of it; the amount is greater than zero. */
    public record Entry(UUID accountId, Side side, BigDecimal amount) {
        public Entry {
            if (amount.signum() <= 0 || amount.scale() > 2) {
                throw new IllegalArgumentException("Not an amount to the fen: " + amount);
            }
        }

        Entry turned() {
            return new Entry(accountId, side.other(), amount);
        }
    }

    public LedgerTransaction {
        entries = List.copyOf(entries);
        if (entries.size() < 2 || difference(entries).signum() != 0) {
            throw new IllegalArgumentException("Debits and credits differ: " + entries);
        }
        if ((kind == TransactionKind.REVERSAL) != (reverses != null)) {
            throw new IllegalArgumentException("A reversal names what it reverses, and nothing else does");
        }
    }

    /** The amount moved: the sum of one side. */
    public BigDecimal amount() {
        return entries.stream()
                .filter(entry -> entry.side() == Side.DEBIT)
                .map(Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Money from one account to another: debit {@code debited}, credit {@code credited}. */
    public static List<Entry> entries(UUID debited, UUID credited, BigDecimal amount) {
        return List.of(new Entry(debited, Side.DEBIT, amount), new Entry(credited, Side.CREDIT, amount));
    }

    /** The one that undoes it, under its own id, on its own day. */
    public LedgerTransaction reversal(UUID newId, LocalDate on, String why, @Nullable UUID by) {
        return reversal(newId, on, on, why, by);
    }

    /** The same where the bank's day is another: money that never moved at the bank is undone on its own day there. */
    public LedgerTransaction reversal(UUID newId, LocalDate on, LocalDate ofBank, String why, @Nullable UUID by) {
        return new LedgerTransaction(
                newId,
                courtId,
                TransactionKind.REVERSAL,
                caseId,
                on,
                ofBank,
                why,
                subjectId,
                id,
                by,
                entries.stream().map(Entry::turned).toList());
    }

    private static BigDecimal difference(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.side() == Side.DEBIT
                        ? entry.amount()
                        : entry.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
