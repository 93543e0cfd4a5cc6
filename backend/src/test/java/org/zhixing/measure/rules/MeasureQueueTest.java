package org.zhixing.measure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.clock.rules.Calendars;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodePolicies;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.clock.rules.Policies;

/** 首封与轮候: who holds an asset, since when and until when. */
class MeasureQueueTest {
    private static final MeasureQueue EMPTY = new MeasureQueue(List.of());
    private static final NodePolicyDocument TABLE = Policies.shipped("nodes-1", NodePolicyDocument.class);

    @ParameterizedTest
    @CsvSource({
        "2022-10-10, 1, 2023-10-10",
        "2024-02-29, 1, 2025-02-28",
        "2024-02-29, 3, 2027-02-28",
        "2022-12-31, 2, 2024-12-31",
    })
    void lastsFromTheDayItIsTaken(LocalDate taken, int years, LocalDate ends) {
        Measure first = EMPTY.taken(measure(1, taken, years), null, taken).all().get(0);
        assertThat(first.startsOn()).isEqualTo(taken);
        assertThat(first.endsOn()).isEqualTo(ends);
        assertThat(first.place()).isEqualTo(1);
        assertThat(first.status(ends)).isEqualTo(MeasureStatus.RUNNING);
        assertThat(first.status(ends.plusDays(1))).isEqualTo(MeasureStatus.EXPIRED);
    }

    @Test
    void noTimeRunsWhileItWaitsAndBeginsOnTheDayOfTheRelease() {
        LocalDate day = LocalDate.of(2022, 10, 10);
        LocalDate later = LocalDate.of(2022, 12, 1);
        MeasureQueue two =
                EMPTY.taken(measure(1, day, 3), null, day).taken(measure(2, day.plusDays(5), 3), null, later);
        assertThat(two.all().get(1).status(later)).isEqualTo(MeasureStatus.WAITING);
        assertThat(two.all().get(1).place()).isEqualTo(2);
        assertThat(two.all().get(1).endsOn()).isNull();
        Measure moved = two.released(id(1), later, "已履行").all().get(1);
        assertThat(moved.place()).isEqualTo(1);
        assertThat(moved.startsOn()).isEqualTo(later);
        assertThat(moved.endsOn()).isEqualTo(LocalDate.of(2025, 12, 1));
    }

    @Test
    void movesUpOnTheDayAfterTheLastOneWhereNobodyRenewed() {
        LocalDate day = LocalDate.of(2022, 10, 10);
        MeasureQueue two = EMPTY.taken(measure(1, day, 1), null, day).taken(measure(2, day, 1), null, day);
        MeasureQueue after = two.settled(LocalDate.of(2023, 12, 1));
        assertThat(after.all().get(0).status(LocalDate.of(2023, 12, 1))).isEqualTo(MeasureStatus.EXPIRED);
        assertThat(after.all().get(1).startsOn()).isEqualTo(LocalDate.of(2023, 10, 11));
        assertThat(after.all().get(1).endsOn()).isEqualTo(LocalDate.of(2024, 10, 11));
    }

    @Test
    void whoMovedUpLongAgoMayHaveExpiredToo() {
        LocalDate day = LocalDate.of(2022, 10, 10);
        MeasureQueue two = EMPTY.taken(measure(1, day, 1), null, day).taken(measure(2, day, 1), null, day);
        LocalDate today = LocalDate.of(2024, 10, 12);
        assertThat(two.settled(today).all()).allMatch(m -> m.status(today) == MeasureStatus.EXPIRED);
    }

    @Test
    void writtenDownLateItDoesNotRunFromBeforeThePlaceWasFree() {
        LocalDate day = LocalDate.of(2022, 10, 10);
        LocalDate today = LocalDate.of(2023, 11, 1);
        MeasureQueue two = EMPTY.taken(measure(1, day, 1), null, day)
                .taken(measure(2, LocalDate.of(2023, 10, 1), 1), LocalDate.of(2024, 10, 1), today);
        assertThat(two.all().get(1).startsOn()).isEqualTo(LocalDate.of(2023, 10, 11));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-10, 2023-10-10, ''",
        "2024-10-11, 2023-10-10, measure-term",
        "2023-10-10, 2023-10-10, measure-term",
        "2024-10-10, 2023-10-11, measure-ended",
    })
    void isRenewedBeforeItsEndAndFromIt(LocalDate until, LocalDate today, String code) {
        LocalDate day = LocalDate.of(2022, 10, 10);
        Measure first = EMPTY.taken(measure(1, day, 1), null, day).all().get(0);
        assertThat(MeasurePermits.denyRenewing(first, until, today)
                        .map(MeasurePermits.Denial::code)
                        .orElse(""))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        // A Tuesday, seven days later.
        "2023-10-24, 2023-10-17",
        // The 8th of October 2023 is a working Sunday.
        "2023-10-15, 2023-10-08",
        // The 7th is a Saturday that works, the 6th the last day of the holiday.
        "2023-10-13, 2023-09-28",
        // 3 March 2024 is a Sunday.
        "2024-03-10, 2024-03-01",
    })
    void theNodeIsDueSevenDaysBeforeAndRollsBack(LocalDate ends, LocalDate due) {
        assertThat(due(ends)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20_221_010, 42, 99})
    void holdsWhateverHappens(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 200; round++) {
            history(dice);
        }
    }

    private static void history(Random dice) {
        MeasureQueue queue = EMPTY;
        LocalDate today = LocalDate.of(2021, 6, 1).plusDays(dice.nextInt(600));
        int made = 0;
        for (int step = 0; step < 12; step++) {
            today = today.plusDays(dice.nextInt(150));
            LocalDate on = today;
            List<Measure> standing =
                    queue.settled(on).all().stream().filter(m -> m.stands(on)).toList();
            int act = dice.nextInt(3);
            if (act == 0 || standing.isEmpty()) {
                LocalDate taken = on.minusDays(dice.nextInt(20));
                queue = queue.taken(measure(++made, taken, 1 + dice.nextInt(3)), null, on);
            } else if (act == 1) {
                Measure one = standing.get(dice.nextInt(standing.size()));
                queue = queue.released(one.id(), on, "解除");
            } else {
                Measure one = standing.get(dice.nextInt(standing.size()));
                LocalDate end = one.endsOn();
                LocalDate until = (end == null ? on : end).plusDays(dice.nextInt(1200) - 100L);
                if (MeasurePermits.denyRenewing(one, until, on).isEmpty()) {
                    queue = queue.renewed(one.id(), until, on);
                    assertThat(queue.find(one.id()).orElseThrow().endsOn()).isAfter(end);
                }
            }
            // As everybody reads it: settled up to the day, also where nothing was done on it.
            check(queue.settled(on), on);
        }
    }

    private static void check(MeasureQueue queue, LocalDate today) {
        List<Measure> standing =
                queue.all().stream().filter(m -> m.stands(today)).toList();
        List<Integer> places =
                new ArrayList<>(standing.stream().map(Measure::place).sorted().toList());
        for (int i = 0; i < places.size(); i++) {
            assertThat(places.get(i)).as("places without a gap or a double").isEqualTo(i + 1);
        }
        assertThat(standing.stream().filter(m -> m.status(today) == MeasureStatus.RUNNING))
                .as("who holds it")
                .hasSize(standing.isEmpty() ? 0 : 1)
                .allMatch(m -> m.place() == 1);
        assertThat(queue.settled(today)).as("settling twice changes nothing").isEqualTo(queue);
        for (Measure m : queue.all()) {
            LocalDate ends = m.endsOn();
            if (ends != null && ends.getYear() < 2027) {
                assertThat(due(ends)).as("due before its end").isBefore(ends);
            }
        }
    }

    private static LocalDate due(LocalDate ends) {
        return NodePolicies.plan(TABLE.policy(NodeCode.SEIZURE_EXPIRY).orElseThrow(), ends, Calendars.COURT)
                .dueOn();
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }

    @Test
    void whatIsLiftedInPartLeavesTheRestInItsPlaceAndForItsTime() {
        LocalDate today = LocalDate.of(2022, 10, 31);
        Measure first = measure(1, LocalDate.of(2022, 10, 11), 1);
        MeasureQueue queue = new MeasureQueue(List.of())
                .taken(first, null, today)
                .taken(measure(2, LocalDate.of(2022, 10, 12), 1), null, today);
        Measure before = queue.find(id(1)).orElseThrow();
        Lifted lifted = Lifted.NOTHING.plus(new BigDecimal("20000.00"), "理财部分");
        Measure after = queue.partlyReleased(id(1), lifted, today).find(id(1)).orElseThrow();
        assertThat(after.endsOn()).isEqualTo(before.endsOn());
        assertThat(after.place()).isEqualTo(1);
        assertThat(after.lifted().rest(new BigDecimal("60000.00"))).isEqualByComparingTo("40000.00");
        assertThat(queue.partlyReleased(id(1), lifted, today)
                        .find(id(2))
                        .orElseThrow()
                        .status(today))
                .isEqualTo(MeasureStatus.WAITING);
    }

    @Test
    void aPartIsNeverAllOfItAndAnAmountNeedsAValue() {
        LocalDate today = LocalDate.of(2022, 10, 31);
        Measure held = new MeasureQueue(List.of())
                .taken(measure(1, LocalDate.of(2022, 10, 11), 1), null, today)
                .partlyReleased(id(1), Lifted.NOTHING.plus(new BigDecimal("20000.00"), null), today)
                .find(id(1))
                .orElseThrow();
        BigDecimal value = new BigDecimal("60000.00");
        assertThat(MeasurePermits.denyReleasingPart(held, value, new BigDecimal("39999.99"), null, today))
                .isEmpty();
        assertThat(MeasurePermits.denyReleasingPart(held, value, new BigDecimal("40000.00"), null, today))
                .get()
                .extracting(MeasurePermits.Denial::code)
                .isEqualTo("measure-part-all");
        assertThat(MeasurePermits.denyReleasingPart(held, null, BigDecimal.ONE, null, today))
                .get()
                .extracting(MeasurePermits.Denial::code)
                .isEqualTo("measure-part-unvalued");
        assertThat(MeasurePermits.denyReleasingPart(held, null, null, "车位", today))
                .isEmpty();
        assertThat(MeasurePermits.denyReleasingPart(held, value, null, null, today))
                .get()
                .extracting(MeasurePermits.Denial::code)
                .isEqualTo("measure-part-what");
        Measure gone = held.released(today, "已履行");
        assertThat(MeasurePermits.denyReleasingPart(gone, value, BigDecimal.ONE, null, today))
                .get()
                .extracting(MeasurePermits.Denial::code)
                .isEqualTo("measure-ended");
    }

    private static Measure measure(int n, LocalDate taken, int years) {
        return new Measure(
                id(n),
                1,
                id(100),
                id(200),
                MeasureKind.FREEZE,
                null,
                "（2022）豫0505执1号之一",
                taken,
                years,
                1,
                null,
                null,
                null,
                null,
                Lifted.NOTHING,
                1);
    }
}
