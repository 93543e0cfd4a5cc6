package org.zhixing.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.LateNodes;
import org.zhixing.testing.People;

/** Every person of the demo against slips of every kind of addressee: lists, single slips and the right to answer agree. */
@QuarkusTest
class SlipSightTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);
    private static final Set<String> NO_CASES = Set.of("admin", People.INTEGRATION);

    @Inject
    Docket docket;

    @Inject
    LateNodes lateNodes;

    private List<String> slips;
    private String interview;
    private String query;
    private String ordinary;
    private String funds;
    private String unnamed;

    @BeforeEach
    void issue() {
        FileCases.Filed fast = docket.fileOne(Docket.fast(FILED));
        interview = issued(fast, NodeCode.FIRST_INTERVIEW);
        query = issued(fast, NodeCode.OFFLINE_ASSET_QUERY);
        ordinary = issued(docket.fileOne(Docket.ordinary(FILED)), NodeCode.CLOSE_ORDINARY);
        lateNodes.add(
                "豫0505", 1, "DISBURSE", "FUNDS_DESK", null, LocalDate.of(2022, 10, 31), LocalDate.of(2022, 11, 1));
        data.run("update node set responsible_ids = '{}' where code = 'DISBURSE'");
        funds = Urging.issued(id("code = 'DISBURSE'"), "2022-11-03");
        lateNodes.add("豫0505", 1, "OLD_CASE", "EXECUTOR", null, LocalDate.of(2022, 10, 31), LocalDate.of(2022, 11, 1));
        data.run("update node set responsible_ids = '{}' where code = 'OLD_CASE'");
        unnamed = Urging.issued(id("code = 'OLD_CASE'"), "2022-11-03");
        slips = List.of(interview, query, ordinary, funds, unnamed);
    }

    @Test
    void listsShowWhatSingleReadsShow() {
        for (String person : readers()) {
            List<String> single = slips.stream()
                    .filter(slip -> Urging.get(person, slip).statusCode() == 200)
                    .toList();
            assertThat(Urging.listed(person, "")).as(person).containsExactlyInAnyOrderElementsOf(single);
        }
    }

    @Test
    void teamsMeetTheirCasesDesksTheCourtAndOtherCourtsNothing() {
        assertThat(Urging.listed("judge-fast-2", "")).containsExactlyInAnyOrder(interview, query, funds, unnamed);
        assertThat(Urging.listed("judge-ordinary-1", "")).containsExactly(ordinary);
        assertThat(Urging.listed("auditor", "")).containsExactlyInAnyOrderElementsOf(slips);
        assertThat(Urging.listed("executor-affairs-1", "")).containsExactlyInAnyOrderElementsOf(slips);
        assertThat(Urging.listed("wenfeng-president", "")).isEmpty();
        assertThat(Urging.listed("wenfeng-executor", "")).isEmpty();
        assertThat(Urging.listed("auditor", "team=ORDINARY")).containsExactly(ordinary);
        assertThat(Urging.listed("auditor", "status=CONFIRMED&status=ANSWERED")).isEmpty();
    }

    @Test
    void mineIsWhatOneMayAnswer() {
        for (String person : readers()) {
            List<String> answerable = new ArrayList<>();
            for (String slip : slips) {
                var got = Urging.get(person, slip);
                if (got.statusCode() == 200 && got.<List<String>>path("allowed").contains("ANSWER")) {
                    answerable.add(slip);
                }
            }
            assertThat(Urging.listed(person, "mine=true")).as(person).containsExactlyInAnyOrderElementsOf(answerable);
        }
        assertThat(Urging.listed("executor-fast-1", "mine=true")).containsExactly(interview);
        assertThat(Urging.listed("police-affairs-1", "mine=true")).containsExactly(query);
        assertThat(Urging.listed("leader-affairs", "mine=true")).containsExactly(query);
        assertThat(Urging.listed("funds", "mine=true")).containsExactly(funds);
        assertThat(Urging.listed("leader-fast", "mine=true")).containsExactly(unnamed);
    }

    private static Set<String> readers() {
        return People.all().stream().filter(p -> !NO_CASES.contains(p)).collect(Collectors.toSet());
    }

    private static String issued(FileCases.Filed filed, NodeCode code) {
        return Urging.issued(Docket.node(filed, code).id(), "2022-11-03");
    }

    private UUID id(String condition) {
        return UUID.fromString(
                data.query("select id from node where " + condition).get(0));
    }
}
