package org.zhixing.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.LedgerTransaction.Entry;
import org.zhixing.ledger.rules.Side;
import org.zhixing.ledger.rules.TransactionKind;

/**
 * Makes up what happens to a court's money, step by step, and keeps books of its own on paper: what every account must
 * hold, and which of the wishes must be refused. The same seed makes the same history.
 */
final class RandomHistory {
    private final Random random;
    private final int court;
    private final CourtAccounts funds;
    private final List<Held> cases;
    private final Map<UUID, BigDecimal> paper = new HashMap<>();
    private final List<LedgerTransaction> booked = new ArrayList<>();
    private final List<UUID> reversed = new ArrayList<>();
    private final List<Waiting> onTheWay = new ArrayList<>();
    private LocalDate today = LocalDate.of(2022, 1, 3);
    private @Nullable LocalDate closed;

    /** A case and its account. */
    record Held(UUID caseId, UUID accountId) {}

    private record Waiting(Held held, BigDecimal amount, LedgerTransaction order) {}

    /** What somebody wishes, and why it must be refused (null: it must be booked). */
    record Wish(LedgerTransaction transaction, @Nullable String refused) {}

    RandomHistory(long seed, int court, CourtAccounts funds, List<Held> cases) {
        this.random = new Random(seed);
        this.court = court;
        this.funds = funds;
        this.cases = cases;
    }

    Map<UUID, BigDecimal> paper() {
        return paper;
    }

    LocalDate today() {
        return today;
    }

    int steps() {
        return 4 + random.nextInt(16);
    }

    /** The month that is closed before the next step, if one is. */
    @Nullable
    LocalDate closing() {
        if (random.nextInt(12) != 0) {
            return null;
        }
        LocalDate month = today.withDayOfMonth(1);
        closed = month;
        today = month.plusMonths(1).plusDays(random.nextInt(5));
        return month;
    }

    Wish next() {
        today = today.plusDays(random.nextInt(3));
        LocalDate late = closed;
        if (late != null && random.nextInt(10) == 0) {
            LocalDate on = late.plusDays(random.nextInt(28)).minusMonths(random.nextInt(3));
            return new Wish(
                    move(TransactionKind.RECEIPT, some().caseId(), funds.bank(), some().accountId(), yuan(), on),
                    "month-closed");
        }
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> receive();
            case 3 -> wish(move(TransactionKind.RECEIPT, null, funds.bank(), funds.suspense(), yuan(), today));
            case 4 -> held(funds.suspense()).signum() > 0 ? claim() : receive();
            case 5, 6 -> order();
            case 7 -> settle();
            case 8 -> fee();
            case 9 ->
                wish(move(TransactionKind.BANK_CHARGE, null, funds.fee(), funds.bank(), part(funds.fee()), today));
            default -> reverse();
        };
    }

    private Wish receive() {
        Held held = some();
        return wish(move(TransactionKind.RECEIPT, held.caseId(), funds.bank(), held.accountId(), yuan(), today));
    }

    private Wish claim() {
        Held held = some();
        return wish(move(
                TransactionKind.CLAIM,
                held.caseId(),
                funds.suspense(),
                held.accountId(),
                part(funds.suspense()),
                today));
    }

    private Wish order() {
        Held held = rich();
        BigDecimal amount = part(held.accountId());
        Wish wish = wish(move(TransactionKind.ORDER, held.caseId(), held.accountId(), funds.paying(), amount, today));
        if (wish.refused() == null) {
            onTheWay.add(new Waiting(held, amount, wish.transaction()));
        }
        return wish;
    }

    private Wish settle() {
        onTheWay.removeIf(each -> reversed.contains(each.order().id()));
        if (onTheWay.isEmpty()) {
            return receive();
        }
        Waiting waiting = onTheWay.remove(random.nextInt(onTheWay.size()));
        UUID caseId = waiting.held().caseId();
        return random.nextInt(3) == 0
                ? wish(move(
                        TransactionKind.BOUNCED,
                        caseId,
                        funds.paying(),
                        waiting.held().accountId(),
                        waiting.amount(),
                        today))
                : wish(move(TransactionKind.PAID, caseId, funds.paying(), funds.bank(), waiting.amount(), today));
    }

    /** Out of one case, in two entries or three: a fee that is taken together with another. */
    private Wish fee() {
        Held held = rich();
        BigDecimal amount = part(held.accountId());
        BigDecimal first = amount.compareTo(new BigDecimal("0.02")) < 0 ? amount : new BigDecimal("0.01");
        List<Entry> entries = new ArrayList<>(
                List.of(new Entry(held.accountId(), Side.DEBIT, amount), new Entry(funds.fee(), Side.CREDIT, first)));
        if (amount.compareTo(first) > 0) {
            entries.add(new Entry(funds.fee(), Side.CREDIT, amount.subtract(first)));
        }
        return wish(transaction(TransactionKind.FEE, held.caseId(), today, entries));
    }

    private Wish reverse() {
        if (booked.isEmpty()) {
            return receive();
        }
        LedgerTransaction wrong = booked.get(random.nextInt(booked.size()));
        LedgerTransaction reversal = wrong.reversal(id(), today, "冲正", null);
        if (reversed.contains(wrong.id())) {
            return new Wish(reversal, "reversed-already");
        }
        Wish wish = wish(reversal);
        if (wish.refused() == null) {
            reversed.add(wrong.id());
        }
        return wish;
    }

    private Held some() {
        return cases.get(random.nextInt(cases.size()));
    }

    /** One that has money, mostly. */
    private Held rich() {
        List<Held> rich = cases.stream()
                .filter(each -> held(each.accountId()).signum() > 0)
                .toList();
        return rich.isEmpty() || random.nextInt(8) == 0 ? some() : rich.get(random.nextInt(rich.size()));
    }

    /** From a fen to a hundred million, small ones often. */
    private BigDecimal yuan() {
        return BigDecimal.valueOf(1 + (long) Math.pow(10, random.nextDouble() * 10), 2);
    }

    /** Some of what is there, all of it, or a fen too much. */
    private BigDecimal part(UUID account) {
        BigDecimal there = held(account);
        BigDecimal fen = new BigDecimal("0.01");
        return switch (random.nextInt(6)) {
            case 0 -> there.add(fen);
            case 1 -> there.max(fen);
            default ->
                there.multiply(BigDecimal.valueOf(random.nextDouble()))
                        .setScale(2, RoundingMode.DOWN)
                        .max(fen);
        };
    }

    private BigDecimal held(UUID account) {
        return paper.getOrDefault(account, BigDecimal.ZERO);
    }

    private LedgerTransaction move(
            TransactionKind kind, @Nullable UUID caseId, UUID debited, UUID credited, BigDecimal amount, LocalDate on) {
        UUID of = kind == TransactionKind.RECEIPT && caseId != null ? ownerOf(credited) : caseId;
        return transaction(kind, of, on, LedgerTransaction.entries(debited, credited, amount));
    }

    private @Nullable UUID ownerOf(UUID account) {
        return cases.stream()
                .filter(held -> held.accountId().equals(account))
                .map(Held::caseId)
                .findFirst()
                .orElse(null);
    }

    private LedgerTransaction transaction(
            TransactionKind kind, @Nullable UUID caseId, LocalDate on, List<Entry> entries) {
        return new LedgerTransaction(id(), court, kind, caseId, on, on, kind.name(), null, null, null, entries);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Books it on paper, where no account would go below zero. */
    private Wish wish(LedgerTransaction transaction) {
        Map<UUID, BigDecimal> after = new HashMap<>(paper);
        for (Entry entry : transaction.entries()) {
            boolean raises = (entry.side() == Side.DEBIT) == entry.accountId().equals(funds.bank());
            after.merge(
                    entry.accountId(), raises ? entry.amount() : entry.amount().negate(), BigDecimal::add);
        }
        if (after.values().stream().anyMatch(balance -> balance.signum() < 0)) {
            return new Wish(transaction, "account-short");
        }
        paper.putAll(after);
        booked.add(transaction);
        return new Wish(transaction, null);
    }
}
