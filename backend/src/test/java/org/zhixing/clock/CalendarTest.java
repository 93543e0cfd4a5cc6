package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 日历: a year is published or corrected, and the open nodes in which it has a say are counted anew. */
@QuarkusTest
class CalendarTest extends CourtTest {
    private static final String NEW_YEAR =
            "date,kind,name\n2027-01-01,HOLIDAY,元旦\n2027-01-02,HOLIDAY,元旦\n2027-01-03,HOLIDAY,元旦\n2027-01-04,HOLIDAY,元旦\n";

    @Inject
    Docket docket;

    @AfterEach
    void takeBack() {
        data.run("delete from court_calendar where year = 2027; update court_calendar c set document = o.document"
                + " from court_calendar o where o.year = c.year and o.court_id = 2 and c.court_id = 1");
    }

    @Test
    void datesProvisionallyAndAgainWhenTheYearIsPublished() {
        // 3 days from 30 December 2026 end on Saturday 2 January 2027, a year that is not published yet.
        Node interview = Docket.node(docket.fileOne(Docket.fast(LocalDate.of(2026, 12, 30))), NodeCode.FIRST_INTERVIEW);
        assertThat(interview.dueOn()).isEqualTo("2027-01-04");
        assertThat(interview.provisional()).isTrue();

        upload(2027, "text/csv", NEW_YEAR)
                .then()
                .statusCode(200)
                .body("moved", equalTo(1))
                .body("published", equalTo(true));

        People.as("node-control")
                .get("/api/v1/nodes/" + interview.id())
                .then()
                .header("ETag", "\"2\"")
                .body("dueOn", equalTo("2027-01-05"))
                .body("provisional", equalTo(false));
        assertThat(data.query("select next_due_on from enforcement_case")).containsExactly("2027-01-05");
        assertThat(data.query("select next_notice_on from node where id = '" + interview.id() + "'"))
                .containsExactly("2027-01-06");
        assertThat(data.query("select detail ->> 'from' || ' ' || (detail ->> 'to') from audit where action ="
                        + " 'node.redated' and case_id is not null"))
                .containsExactly("2027-01-04 2027-01-05");
        assertThat(data.query("select detail ->> 'moved' from audit where action = 'calendar.published'"))
                .containsExactly("1");
        assertThat(data.query("select distinct provisional from node where due_on < '2027-12-01'"))
                .containsExactly("f");
    }

    @Test
    void correctsAPublishedYear() {
        Node interview = Docket.node(docket.fileOne(Docket.fast(LocalDate.of(2022, 11, 1))), NodeCode.FIRST_INTERVIEW);
        assertThat(interview.dueOn()).isEqualTo("2022-11-04");
        String given = People.as("admin")
                .get("/api/v1/calendars/2022")
                .then()
                .extract()
                .asString();
        String corrected =
                given.replace("\"holidays\":[", "\"holidays\":[{\"date\":\"2022-11-04\",\"name\":\"临时放假\"},");

        upload(2022, "application/json", corrected).then().statusCode(200).body("moved", equalTo(1));
        People.as("node-control").get("/api/v1/nodes/" + interview.id()).then().body("dueOn", equalTo("2022-11-07"));

        upload(2022, "application/json", given).then().statusCode(200).body("moved", equalTo(1));
        People.as("node-control").get("/api/v1/nodes/" + interview.id()).then().body("dueOn", equalTo("2022-11-04"));

        upload(2022, "application/json", given).then().statusCode(200).body("moved", equalTo(0));
        People.as("node-control").get("/api/v1/nodes/" + interview.id()).then().header("ETag", "\"3\"");
    }

    @Test
    void leavesTheOtherCourtAndEndedNodesAlone() {
        Node theirs = Docket.node(
                docket.fileOne(Docket.row(Docket.WENFENG, "执", LocalDate.of(2026, 12, 30), "60000.00")),
                NodeCode.FIRST_INTERVIEW);
        Node done = Docket.node(docket.fileOne(Docket.fast(LocalDate.of(2026, 12, 30))), NodeCode.FIRST_INTERVIEW);
        data.run("update node set done_on = due_on where id = '" + done.id() + "'");
        upload(2027, "text/csv", NEW_YEAR).then().statusCode(200).body("moved", equalTo(0));
        assertThat(data.query("select due_on from node where id in ('" + theirs.id() + "', '" + done.id() + "')"))
                .containsExactly("2027-01-04", "2027-01-04");
    }

    @Test
    void readsWhatSpreadsheetsSave() {
        byte[] gb = NEW_YEAR.getBytes(Charset.forName("GB18030"));
        People.as("admin")
                .contentType("text/csv")
                .body(gb)
                .put("/api/v1/calendars/2027")
                .then()
                .statusCode(200);
        People.as("executor-fast-1")
                .get("/api/v1/calendars/2027")
                .then()
                .body("holidays[0].name", equalTo("元旦"))
                .body("holidays[0].date", equalTo("2027-01-01"));
        People.as(People.INTEGRATION).get("/api/v1/calendars").then().body("year", hasItems(2021, 2026, 2027));
        People.as("admin").get("/api/v1/calendars/2031").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day,kind,name | line[1]",
                "date,kind,name;2027-01-01,HOLIDAY | line[2]",
                "date,kind,name;2027-01-40,HOLIDAY,元旦 | line[2]",
                "date,kind,name;2027-01-01,PARTY,元旦 | line[2]",
                "date,kind,name;2027-01-01,HOLIDAY,元旦;2027-01-01,HOLIDAY,元旦 | line[3]",
                "date,kind,name;2026-01-01,HOLIDAY,元旦 | calendar",
                "date,kind,name;2027-01-01,HOLIDAY,元旦;2027-01-04,WORKDAY,元旦 | calendar",
                "date,kind,name | calendar"
            })
    void saysWhichLineIsWrong(String csv, String field) {
        upload(2027, "text/csv", csv.replace(';', '\n'))
                .then()
                .statusCode(400)
                .body("errors.field", contains(field))
                .body("errors[0].message", not(startsWith("calendar.")));
        People.as("admin").get("/api/v1/calendars/2027").then().statusCode(404);
    }

    @Test
    void saysWhichDayIsWrong() {
        upload(2027, "application/json", "{\"year\":2026,\"holidays\":[{\"name\":\"元旦\"}]}")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("year", "holidays[0].date"));
        upload(2027, "application/json", "{\"holidays\":[{\"date\":\"soon\"}]}")
                .then()
                .statusCode(400);
        upload(2027, "application/json", "{\"holidays\":[]}")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("holidays"));
        upload(1999, "text/csv", NEW_YEAR).then().statusCode(400);
    }

    @Test
    void isTheAdminsOnly() {
        for (String other : new String[] {"president", "node-control", "judge-fast-1", People.INTEGRATION}) {
            People.as(other)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .put("/api/v1/calendars/2027")
                    .then()
                    .statusCode(403);
        }
    }

    private static Response upload(int year, String type, String body) {
        return People.as("admin")
                .contentType(type + ";charset=UTF-8")
                .body(body)
                .put("/api/v1/calendars/" + year);
    }
}
