package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhixing.flow.MoneyActs.await;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.platform.Refusal;
import org.zhixing.testing.Books;
import org.zhixing.testing.Courts;
import org.zhixing.testing.Docket;

/**
 * What a court's people do with its money, made up at random: acts of all kinds, at times by the wrong person, on what is
 * gone, for too much or seen in an old version. What succeeds is booked on paper, too. The same seed makes the same
 * history. {@link RandomMoneyIn} and {@link RandomMoneyOut} are its two halves.
 */
final class RandomActs {
    static final LocalDate TODAY = Books.TODAY;
    private static final String REASON = "随机";

    final MoneyActs acts;
    final Courts.Bench court;
    final Random random;
    final Paper paper = new Paper();
    final List<Case> cases = new ArrayList<>();
    private final long seed;
    private final Map<String, Integer> tally;
    private final List<Said<?>> said = new ArrayList<>();
    private final RandomMoneyIn in;
    private final RandomMoneyOut out;
    private int step;
    private int closed = 7;

    /** A case with its account, and what is applied for of it. */
    static final class Case {
        final UUID id;
        final String number;
        final String virtualNumber;
        BigDecimal reserved = BigDecimal.ZERO;
        boolean everDeferred;

        Case(UUID id, String number, String virtualNumber) {
            this.id = id;
            this.number = number;
            this.virtualNumber = virtualNumber;
        }

        String account() {
            return id.toString();
        }
    }

    /** Something that was done under a key. */
    private record Said<T>(String what, String key, Function<String, Uni<T>> act, T answer) {}

    RandomActs(long seed, MoneyActs acts, Courts.Bench court, Map<String, Integer> tally) {
        this.seed = seed;
        this.acts = acts;
        this.court = court;
        this.random = new Random(seed);
        this.tally = tally;
        this.in = new RandomMoneyIn(this);
        this.out = new RandomMoneyOut(this, in);
    }

    void tell() {
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            var filed = acts.docket
                    .fileOne(Docket.row(court.code(), "执", LocalDate.of(2022, 7, 20), "60000.00"))
                    .filed();
            cases.add(new Case(
                    filed.id(),
                    filed.row().number().text(),
                    one("select virtual_number from ledger_account where case_id = '" + filed.id() + "'")));
        }
        in.statement();
        out.begin();
        int steps = 15 + random.nextInt(30);
        for (step = 1; step <= steps; step++) {
            act();
        }
        prove();
        replay();
        prove();
    }

    private void act() {
        switch (random.nextInt(28)) {
            case 0, 1 -> in.statement();
            case 2, 3 -> in.claim();
            case 4 -> in.undoClaim();
            case 5 -> in.undoMatch();
            case 6 -> out.payee();
            case 7, 8, 9, 10, 11 -> out.apply();
            case 12, 13, 14 -> out.approve();
            case 15 -> out.drop();
            case 16, 17, 18 -> out.order();
            case 19, 20, 21, 22 -> out.settle();
            case 23 -> defer();
            case 24 -> closeMonth();
            case 25, 26 -> in.settleLine();
            default -> replayOne();
        }
    }

    /** Does it under a key of its own; empty where it is refused, and then nothing may have changed. */
    <T> Optional<T> say(String what, Function<String, Uni<T>> act) {
        String key = seed + "/" + step + "/" + said.size();
        AtomicReference<T> answer = new AtomicReference<>();
        if (attempt(what, () -> act.apply(key).invoke(answer::set))) {
            said.add(new Said<>(what, key, act, answer.get()));
        }
        return Optional.ofNullable(answer.get());
    }

    /** The same of an act that answers nothing but that it is done with that thing; false where it is refused. */
    boolean done(String what, UUID with, Function<String, Uni<Void>> act) {
        return say(what, key -> act.apply(key).replaceWith(with)).isPresent();
    }

    /** The same of an act that takes no key; false where it is refused. */
    boolean attempt(String what, Supplier<Uni<?>> act) {
        String before = chance(4) ? state() : null;
        try {
            await(act.get());
            count(what);
            return true;
        } catch (Refusal refusal) {
            count(refusal.code());
            if (before != null) {
                assertThat(state()).as("after %s, refused", what).isEqualTo(before);
            }
            return false;
        }
    }

    void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    /** A deferral or a stay: asked by the executor, decided by the director, ended or taken back. */
    private void defer() {
        Case of = pick(cases);
        var reasons = SuspensionReason.values();
        LocalDate from = TODAY.minusDays(random.nextInt(20)).plusDays(chance(4) ? 20 : 0);
        LocalDate resume = chance(2) ? from.plusDays(1 + random.nextInt(30)) : null;
        var wish = new SuspendCase.Wish(reasons[random.nextInt(reasons.length)], from, resume, REASON);
        say("suspension asked", key -> acts.suspensions.ask(court.executor(), of.id, wish, key))
                .ifPresent(id -> decide(of, id, from));
    }

    private void decide(Case of, UUID id, LocalDate from) {
        Actor by = chance(6) ? court.executor() : court.director();
        if (done("suspension approved", id, key -> acts.suspensions.approve(by, id, key))) {
            of.everDeferred = true;
            if (chance(2)) {
                done("suspension cancelled", id, key -> acts.suspensions.cancel(court.director(), id, REASON, key));
            } else if (chance(2)) {
                LocalDate goesOn = from.plusDays(1);
                done("suspension ended", id, key -> acts.suspensions.end(court.director(), id, goesOn, key));
            }
        }
    }

    private void closeMonth() {
        YearMonth month = YearMonth.of(2022, chance(4) ? 8 + random.nextInt(4) : Math.min(closed + 1, 11));
        say("month closed", key -> acts.months.close(court.funds(), month, key))
                .ifPresent(done -> closed = month.getMonthValue());
    }

    private void replayOne() {
        if (!said.isEmpty()) {
            String before = state();
            again(pick(said));
            assertThat(state()).as("after a replay").isEqualTo(before);
        }
    }

    /** All that was done is sent again: each is answered as before and changes nothing, whatever has happened since. */
    private void replay() {
        String before = state();
        said.forEach(this::again);
        Said<?> first = said.get(0);
        said.stream()
                .filter(each -> each != first && each.what().equals(first.what()))
                .findFirst()
                .ifPresent(other -> assertThatThrownBy(() -> await(other.act().apply(first.key())))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                                .isEqualTo("idempotency-key-reused")));
        assertThat(state()).as("after all replays").isEqualTo(before);
    }

    private <T> void again(Said<T> each) {
        assertThat(await(each.act().apply(each.key()))).isEqualTo(each.answer());
        count("replays");
    }

    private void prove() {
        new Proof(this).hold();
    }

    /** All rows that money and its acts have in the court. */
    private String state() {
        return one(Proof.STATE.replace("$1", Integer.toString(court.id())));
    }

    String one(String sql) {
        return acts.data.query(sql).get(0);
    }

    List<String[]> rows(String sql) {
        return acts.data.query(sql).stream().map(row -> row.split("\\|", -1)).toList();
    }

    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Actor anybody() {
        return pick(court.people());
    }

    /** From a fen to ten million, small ones often. */
    BigDecimal yuan() {
        return BigDecimal.valueOf(1 + (long) Math.pow(10, random.nextDouble() * 9), 2);
    }

    /** Some of it, all of it, or a fen too much; never nothing. */
    BigDecimal part(BigDecimal there) {
        BigDecimal fen = new BigDecimal("0.01");
        return switch (random.nextInt(8)) {
            case 0 -> there.add(fen);
            case 1, 2 -> there.max(fen);
            default ->
                there.multiply(BigDecimal.valueOf(random.nextDouble()))
                        .setScale(2, RoundingMode.DOWN)
                        .max(fen);
        };
    }

    static @Nullable UUID uuid(String text) {
        return text.isEmpty() ? null : UUID.fromString(text);
    }

    static String reason() {
        return REASON;
    }
}
