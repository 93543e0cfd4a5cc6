package org.zhixing.slip.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Team;

class TripProposalTest {
    private static final LocalDate DAY = LocalDate.of(2022, 11, 1);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void whoGoesWhereMakesATripTheMostPressingFirst() {
        TaskSlip late = slip(1, TaskSlipState.ASSIGNED, List.of(ONE, OTHER), "文峰区", null, DAY.plusDays(9));
        TaskSlip near = slip(2, TaskSlipState.RETURNED, List.of(OTHER, ONE), "文峰区", "永明路18号", DAY.plusDays(2));
        TaskSlip alone = slip(3, TaskSlipState.ASSIGNED, List.of(ONE), "文峰区", null, DAY.plusDays(5));
        TaskSlip elsewhere = slip(4, TaskSlipState.ASSIGNED, List.of(ONE, OTHER), "殷都区", null, DAY.plusDays(1));
        TaskSlip placed = slip(5, TaskSlipState.ASSIGNED, List.of(ONE), null, "文明大道1号", null);
        TaskSlip nowhere = slip(6, TaskSlipState.ASSIGNED, List.of(ONE), null, null, DAY.plusDays(7));
        TaskSlip handedIn = slip(7, TaskSlipState.RESULT_IN, List.of(ONE, OTHER), "文峰区", null, DAY);
        TaskSlip nobodys = slip(8, TaskSlipState.RECEIVED, List.of(), "文峰区", null, DAY);

        List<TripProposal> trips =
                TripProposal.of(List.of(late, near, alone, elsewhere, placed, nowhere, handedIn, nobodys));

        assertThat(trips)
                .containsExactly(
                        new TripProposal("殷都区", List.of(ONE, OTHER), List.of(elsewhere.id())),
                        new TripProposal("文峰区", List.of(ONE, OTHER), List.of(near.id(), late.id())),
                        new TripProposal("文峰区", List.of(ONE), List.of(alone.id())),
                        new TripProposal("", List.of(ONE), List.of(nowhere.id())),
                        new TripProposal("文明大道1号", List.of(ONE), List.of(placed.id())));
    }

    @Test
    void nothingUnderWayMakesNoTrip() {
        assertThat(TripProposal.of(List.of())).isEmpty();
        assertThat(TripProposal.of(List.of(slip(1, TaskSlipState.ACCEPTED, List.of(ONE), "文峰区", null, DAY))))
                .isEmpty();
    }

    private static TaskSlip slip(
            int number,
            TaskSlipState state,
            List<UUID> officers,
            @Nullable String area,
            @Nullable String place,
            @Nullable LocalDate due) {
        return new TaskSlip(
                new UUID(1, number),
                1,
                new TaskSlipNumber(2022, number),
                new TaskSlip.OfCase(new UUID(2, number), "(2022)豫0505执" + number + "号", Team.FAST, ONE, OTHER, true),
                new SlipKind("SEIZURE", "查封", "Seizure", "一(四)4", false, SlipWay.HERE),
                new SlipTask("SEIZURE", "房产", place, area, null),
                ONE,
                DAY,
                new TaskSlip.Course(state, null, null, null, null, null, officers, null, null, null, null, null),
                due == null ? null : new TaskSlip.Clock(due, true, null),
                null,
                1);
    }
}
