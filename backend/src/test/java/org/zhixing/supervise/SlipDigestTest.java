package org.zhixing.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.Actors;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.notice.rules.Digest;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** What the morning digest says of slips is what the person's own lists and buttons say. Today is 2022-11-01. */
@QuarkusTest
class SlipDigestTest extends CourtTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    @Inject
    SlipDigest digest;

    @Inject
    Actors actors;

    @Inject
    Docket docket;

    private List<Digest.Line> lines(String username) {
        return sections(username).stream()
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    private List<Digest.Section> sections(String username) {
        UUID id = UUID.fromString(data.query("select id from person where username = '" + username + "'")
                .get(0));
        return actors.personOf(id)
                .chain(person -> digest.sections(person.orElseThrow(), TODAY))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    @Test
    void aSlipWaitsForItsAnswerThenForNodeControlAndThenForTheAnswerAgain() {
        FileCases.Filed fast = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        String number = data.query("select number from enforcement_case").get(0);
        String slip = Urging.issued(Docket.node(fast, NodeCode.FIRST_INTERVIEW).id(), "2022-11-03");
        LocalDate due = LocalDate.of(2022, 11, 3);
        assertThat(lines("executor-fast-1")).containsExactly(new Digest.Line(number, "slip.issued", due, 0));
        assertThat(lines("node-control")).isEmpty();
        assertThat(lines("judge-fast-1")).isEmpty();

        data.run("update supervision_slip set answer_due = '2022-10-28'");
        assertThat(lines("executor-fast-1"))
                .containsExactly(new Digest.Line(number, "slip.issued", LocalDate.of(2022, 10, 28), 4));

        Urging.answer("executor-fast-1", slip, 1).then().statusCode(200);
        assertThat(lines("executor-fast-1")).isEmpty();
        assertThat(lines("node-control")).containsExactly(new Digest.Line(number, "slip.answered", null, null));

        Urging.sendBack(slip, 2, "2022-11-04").then().statusCode(200);
        assertThat(lines("node-control")).isEmpty();
        assertThat(lines("executor-fast-1"))
                .containsExactly(new Digest.Line(number, "slip.returned", LocalDate.of(2022, 11, 4), 0));

        data.run("update node set cancelled_on = '2022-11-01' where id = (select node_id from supervision_slip)");
        assertThat(lines("executor-fast-1")).isEmpty();
    }

    @Test
    void whoAnsweredDoesNotConfirmThoughTheyHoldBothOffices() {
        FileCases.Filed fast = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        String slip = Urging.issued(Docket.node(fast, NodeCode.FIRST_INTERVIEW).id(), "2022-11-03");
        Urging.answer("executor-fast-1", slip, 1).then().statusCode(200);
        data.run("update supervision_answer set answered_by = (select id from person where username = 'node-control')");
        assertThat(lines("node-control")).isEmpty();
    }

    @Test
    void forEverybodyItHasAsManyAsTheirOwnList() {
        FileCases.Filed fast = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        FileCases.Filed ordinary = docket.fileOne(Docket.ordinary(LocalDate.of(2022, 10, 10)));
        for (FileCases.Filed filed : List.of(fast, ordinary)) {
            Urging.issued(Docket.node(filed, NodeCode.FIRST_INTERVIEW).id(), "2022-11-03");
            Urging.issued(Docket.node(filed, NodeCode.OFFLINE_ASSET_QUERY).id(), "2022-11-03");
            Urging.issued(Docket.node(filed, NodeCode.CLOSE_STATUTORY).id(), "2022-11-03");
        }
        long said = 0;
        for (String person : List.of(
                "executor-fast-1",
                "judge-fast-1",
                "leader-fast",
                "judge-ordinary-1",
                "executor-affairs-2",
                "leader-affairs",
                "police-affairs-1",
                "node-control",
                "president",
                "wenfeng-executor")) {
            int own = People.as(person)
                    .get(Urging.SLIPS + "?mine=true&status=ISSUED&limit=200")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("items.id")
                    .size();
            long total =
                    sections(person).stream().mapToLong(Digest.Section::total).sum();
            assertThat(total).as(person).isEqualTo(own);
            said += total;
        }
        assertThat(said).isGreaterThan(8);
    }
}
