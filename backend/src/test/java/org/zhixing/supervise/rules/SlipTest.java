package org.zhixing.supervise.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Team;
import org.zhixing.supervise.rules.SlipAnswer.Decision;

class SlipTest {
    private static final UUID CONTROL = new UUID(0, 1);
    private static final UUID EXECUTOR = new UUID(0, 2);
    private static final LocalDate ISSUED = LocalDate.of(2022, 11, 1);
    private static final LocalDate DUE = LocalDate.of(2022, 11, 3);

    @Test
    void isNumberedAsTheCourtWritesIt() {
        assertThat(new SlipNumber(2022, 1).text()).isEqualTo("督办〔2022〕1号");
        assertThatThrownBy(() -> new SlipNumber(2022, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isInTimeUntilTheEndOfTheAnswerDay() {
        assertThat(issued().daysLate(DUE)).isZero();
        assertThat(issued().late(DUE)).isFalse();
        assertThat(issued().late(DUE.plusDays(1))).isTrue();
        assertThat(issued().daysLate(DUE.plusDays(3))).isEqualTo(3);
    }

    @Test
    void isNotLateOnceItIsAnsweredButTheAnswerMayBe() {
        Slip answered = issued().answered();
        assertThat(answered.status()).isEqualTo(SlipStatus.ANSWERED);
        assertThat(answered.daysLate(DUE.plusDays(9))).isZero();
        assertThat(answer(DUE).daysLate()).isZero();
        assertThat(answer(DUE.plusDays(2)).daysLate()).isEqualTo(2);
    }

    @Test
    void sentBackItOwesAnAnswerByTheNewDayAndIsNoticedFromTheDayAfter() {
        Slip back = issued().answered().returned(DUE.plusDays(5));
        assertThat(back.status()).isEqualTo(SlipStatus.RETURNED);
        assertThat(back.status().awaitsAnswer()).isTrue();
        assertThat(back.late(DUE.plusDays(5))).isFalse();
        assertThat(back.nextNoticeOn()).isEqualTo(DUE.plusDays(6));
        assertThat(back.noticeCount()).isZero();
    }

    @Test
    void confirmedOrWithdrawnItIsSettled() {
        assertThat(issued().answered().confirmed().status().ended()).isTrue();
        Slip withdrawn = issued().withdrawn(CONTROL, DUE, "已另案处理");
        assertThat(withdrawn.status().ended()).isTrue();
        assertThat(withdrawn.late(DUE.plusDays(1))).isFalse();
        assertThat(withdrawn.withdrawal()).isEqualTo(new Slip.Withdrawal(CONTROL, DUE, "已另案处理"));
    }

    @Test
    void anAnswerKeepsWhatBecameOfIt() {
        SlipAnswer back = answer(DUE).decided(Decision.RETURNED, CONTROL, DUE.plusDays(1), "未附笔录");
        assertThat(back.decision()).isEqualTo(Decision.RETURNED);
        assertThat(back.text()).isEqualTo("已约谈");
        assertThat(back.decisionReason()).isEqualTo("未附笔录");
    }

    private static SlipAnswer answer(LocalDate on) {
        return new SlipAnswer(
                new UUID(0, 9), new UUID(0, 8), 1, "已约谈", null, DUE, EXECUTOR, on, null, null, null, null);
    }

    private static Slip issued() {
        return new Slip(
                new UUID(0, 8),
                1,
                new SlipNumber(2022, 1),
                new UUID(0, 5),
                "(2022)豫0505执1号",
                Team.FAST,
                new UUID(0, 6),
                "首次约谈超期",
                CONTROL,
                ISSUED,
                DUE,
                SlipStatus.ISSUED,
                null,
                DUE.plusDays(1),
                0,
                List.of(),
                1);
    }
}
