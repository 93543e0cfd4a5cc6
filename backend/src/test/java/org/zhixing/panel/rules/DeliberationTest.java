package org.zhixing.panel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Team;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/** What a panel may resolve, and what of it is recorded. */
class DeliberationTest {
    private static final Seat[] MEMBERS = {Seat.CASE_JUDGE, Seat.CASE_EXECUTOR, Seat.CASE_CLERK};

    private static Deliberation held(Opinion... opinions) {
        return new Deliberation(
                LocalDate.of(2022, 11, 1), "09:30", "第一合议室", "是否终本", "执行员汇报查控情况。", "不予终本", List.of(opinions));
    }

    private static Opinion in(Seat seat) {
        return new Opinion(seat, false, "同意");
    }

    private static Opinion against(Seat seat) {
        return new Opinion(seat, true, "车辆尚可处置");
    }

    @Test
    void judgeAndExecutorBothSayWhatTheyHold() {
        assertThat(held(in(Seat.CASE_JUDGE), in(Seat.CASE_EXECUTOR)).fault()).isEmpty();
        assertThat(held(in(Seat.CASE_JUDGE)).fault()).contains("panel-opinion-missing");
        assertThat(held(in(Seat.CASE_EXECUTOR), in(Seat.CASE_CLERK)).fault()).contains("panel-opinion-missing");
    }

    @Test
    void nobodyElseAndNobodyTwice() {
        assertThat(held(in(Seat.CASE_JUDGE), in(Seat.CASE_EXECUTOR), in(Seat.DIRECTOR))
                        .fault())
                .contains("panel-not-member");
        assertThat(held(in(Seat.CASE_JUDGE), in(Seat.CASE_EXECUTOR), in(Seat.CASE_JUDGE))
                        .fault())
                .contains("panel-not-member");
    }

    @Test
    void theMajorityResolvesAndTheJudgeWhereVoicesAreEqual() {
        assertThat(held(in(Seat.CASE_JUDGE), against(Seat.CASE_EXECUTOR)).fault())
                .isEmpty();
        assertThat(held(against(Seat.CASE_JUDGE), in(Seat.CASE_EXECUTOR)).fault())
                .contains("panel-not-carried");
        assertThat(held(against(Seat.CASE_JUDGE), in(Seat.CASE_EXECUTOR), in(Seat.CASE_CLERK))
                        .fault())
                .isEmpty();
        assertThat(held(in(Seat.CASE_JUDGE), against(Seat.CASE_EXECUTOR), against(Seat.CASE_CLERK))
                        .fault())
                .contains("panel-not-carried");
    }

    @Test
    void aDissentIsInTheRecordWithItsName() {
        String record = held(in(Seat.CASE_JUDGE), against(Seat.CASE_EXECUTOR))
                .record(Map.of(Seat.CASE_JUDGE, "王某", Seat.CASE_EXECUTOR, "赵某"));
        assertThat(record).contains("法官王某（同意）：同意").contains("执行员赵某（保留不同意见）：车辆尚可处置");
    }

    @Test
    void whoDidNotDeliberateDoesNotStandForWhoDid() {
        UUID judge = new UUID(0, 1);
        UUID executor = new UUID(0, 2);
        Panel.Members members = new Panel.Members(judge, executor, new UUID(0, 3));
        assertThat(members.stand(new OfCase(judge, executor, Team.FAST))).isTrue();
        assertThat(members.stand(new OfCase(new UUID(0, 4), executor, Team.FAST)))
                .isFalse();
        assertThat(members.stand(new OfCase(judge, null, Team.FAST))).isFalse();
    }

    /** Whatever is held by whom: one side or the other carries, never both and never neither. */
    @Test
    void exactlyOneOfAResolutionAndItsOppositeIsCarried() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            List<Opinion> opinions = new ArrayList<>();
            List<Opinion> opposite = new ArrayList<>();
            int voices = 2 + random.nextInt(2);
            for (int m = 0; m < voices; m++) {
                boolean dissents = random.nextBoolean();
                opinions.add(new Opinion(MEMBERS[m], dissents, "意见"));
                opposite.add(new Opinion(MEMBERS[m], !dissents, "意见"));
            }
            boolean carried = held(opinions.toArray(Opinion[]::new)).fault().isEmpty();
            boolean other = held(opposite.toArray(Opinion[]::new)).fault().isEmpty();
            assertThat(carried).as("%s", opinions).isNotEqualTo(other);
        }
    }
}
