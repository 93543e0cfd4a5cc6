package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.LateNodes;
import org.zhixing.testing.People;

/** What falls due in the next fourteen working days. Today is Tuesday 2022-11-01. */
@QuarkusTest
class ForecastTest extends CourtTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    @Inject
    Docket docket;

    @Inject
    LateNodes nodes;

    @Test
    void daysRunFromTodayToTheFourteenthWorkingDay() {
        People.as("president")
                .get("/api/v1/forecast")
                .then()
                .statusCode(200)
                .body("days.size()", equalTo(18))
                .body("days[0].date", equalTo("2022-11-01"))
                .body("days[17].date", equalTo("2022-11-18"))
                .body(
                        "days.findAll { !it.workday }.date",
                        contains("2022-11-05", "2022-11-06", "2022-11-12", "2022-11-13"))
                .body("people", empty());
    }

    @Test
    void everyCellIsWhatTheListBehindItHolds() {
        docket.file(
                Docket.fast(LocalDate.of(2022, 10, 31)),
                Docket.fast(LocalDate.of(2022, 11, 1)),
                Docket.ordinary(LocalDate.of(2022, 10, 28)),
                Docket.ordinary(LocalDate.of(2022, 9, 5)),
                Docket.preservation(LocalDate.of(2022, 10, 12)));
        nodes.add(3, LocalDate.of(2022, 10, 20), LocalDate.of(2022, 10, 21));
        nodes.add(2, LocalDate.of(2022, 11, 8), LocalDate.of(2022, 11, 9));
        for (String who : List.of("president", "leader-fast", "judge-ordinary-1", "executor-affairs-1")) {
            agrees(who);
        }
    }

    private static void agrees(String who) {
        JsonPath forecast = People.as(who)
                .get("/api/v1/forecast")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> days = forecast.getList("days.date");
        List<Map<String, Object>> people = forecast.getList("people");
        assertThat(people).isNotEmpty();
        for (Map<String, Object> row : people) {
            String id = ((Map<?, ?>) row.get("person")).get("id").toString();
            List<?> counts = (List<?>) row.get("counts");
            for (int i = 0; i < days.size(); i++) {
                assertThat(((Number) counts.get(i)).intValue())
                        .isEqualTo(listed(who, id, "PENDING&state=DUE_SOON", days.get(i), days.get(i)));
            }
            assertThat(((Number) row.get("late")).intValue())
                    .isEqualTo(listed(who, id, "OVERDUE", "2000-01-01", TODAY.toString()));
        }
    }

    private static int listed(String who, String person, String state, String from, String to) {
        return People.as(who)
                .urlEncodingEnabled(false)
                .get("/api/v1/nodes?limit=200&person=" + person + "&state=" + state + "&dueFrom=" + from + "&dueTo="
                        + to)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    @Test
    void aTeamAnswersForItsPeopleAndForWhatIsItsOwn() {
        docket.fileOne(Docket.fast(LocalDate.of(2022, 11, 1)));
        People.as("president")
                .get("/api/v1/forecast")
                .then()
                .body("teams.team", contains("FAST", "AFFAIRS"))
                .body("teams[0].counts[3]", equalTo(1))
                .body("teams[1].counts[7]", equalTo(1));
        People.as("judge-special-1").get("/api/v1/forecast").then().body("teams", empty());
        People.as("wenfeng-president").get("/api/v1/forecast").then().body("teams", empty());
    }
}
