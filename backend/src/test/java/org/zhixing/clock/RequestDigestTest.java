package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.Actors;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;

/** Who is reminded in the morning that a suspension or an extension waits for them. Today is 2022-11-01. */
@QuarkusTest
class RequestDigestTest extends CourtTest {
    @Inject
    RequestDigest digest;

    @Inject
    Actors actors;

    @Inject
    Leave leave;

    private List<Digest.Section> sections(String username) {
        UUID id = UUID.fromString(data.query("select id from person where username = '" + username + "'")
                .get(0));
        return actors.personOf(id)
                .chain(person -> digest.sections(person.orElseThrow(), LocalDate.of(2022, 11, 1)))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private List<String> waiting(String username) {
        return sections(username).stream()
                .flatMap(section -> section.lines().stream())
                .map(Digest.Line::what)
                .toList();
    }

    private String extend(String caseId) {
        return Leave.json(leave.handler(caseId))
                .body(Map.of("days", 10, "reason", "案情复杂"))
                .post("/api/v1/nodes/" + leave.node(caseId, NodeCode.CLOSE_FAST) + "/extensions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void leadersAreRemindedOfWhatTheyDecideOnUntilItIsDecided() {
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
        String suspension = leave.ask(id, "STAY", "2022-10-20", "2022-11-03");
        String extension = extend(id);
        assertThat(waiting("president")).containsExactly("suspension.asked", "extension.asked");
        assertThat(waiting("director")).containsExactly("suspension.asked");
        for (String other : List.of("wenfeng-president", leave.handler(id), "leader-fast", "node-control", "auditor")) {
            assertThat(waiting(other)).as(other).isEmpty();
        }
        leave.approve(suspension).statusCode(200);
        assertThat(waiting("president")).containsExactly("extension.asked");
        assertThat(waiting("director")).isEmpty();
        Leave.json("president")
                .body(Map.of("reason", "理由不足"))
                .post("/api/v1/extensions/" + extension + "/refusal")
                .then()
                .statusCode(200);
        assertThat(waiting("president")).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfARequestOfTheirOwn() {
        leave.ask(leave.file(Docket.fast(LocalDate.of(2022, 10, 10))), "STAY", "2022-10-20", null);
        data.run("update case_suspension set asked_by = (select id from person where username = 'director')");
        assertThat(waiting("director")).isEmpty();
        assertThat(waiting("president")).hasSize(1);
    }

    @Test
    void aLongQueueIsCountedToItsEnd() {
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
        for (int i = 0; i <= DigestSource.LINES; i++) {
            leave.ask(id, "STAY", "2022-10-20", "2022-11-03");
        }
        assertThat(sections("president")).singleElement().satisfies(section -> {
            assertThat(section.kind()).isEqualTo(Digest.Kind.TO_DECIDE);
            assertThat(section.lines()).hasSize(DigestSource.LINES);
            assertThat(section.total()).isEqualTo(DigestSource.LINES + 1L);
        });
    }
}
