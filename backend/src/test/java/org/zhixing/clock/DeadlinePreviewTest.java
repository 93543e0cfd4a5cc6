package org.zhixing.clock;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** 期限试算: the worked examples of §3.1, and what is refused. */
@QuarkusTest
class DeadlinePreviewTest extends CourtTest {

    @ParameterizedTest
    @CsvSource({
        "2022-10-10, 3, DAY, , 2022-10-13",
        "2022-09-28, 3, DAY, , 2022-10-08",
        "2022-10-10, 40, DAY, , 2022-11-21",
        "2022-03-31, 1, MONTH, , 2022-05-05",
        "2024-01-31, 1, MONTH, , 2024-02-29",
        "2022-01-24, 15, WORKDAY, , 2022-02-17",
        "2022-10-10, 40, DAY, 2022-10-20/2022-11-03, 2022-12-05",
        "2022-10-10, 1, MONTH, 2022-11-05/2022-11-08 2022-11-12/2022-11-14, 2022-11-15"
    })
    void countsTheWorkedExamples(String start, int period, String unit, String suspensions, String due) {
        preview(body(start, Integer.toString(period), unit, suspensions))
                .statusCode(200)
                .body("due", equalTo(due))
                .body("provisional", equalTo(false))
                .body("days[0].date", equalTo(start))
                .body("days[0].why", equalTo("START"))
                .body("days[-1].date", equalTo(due));
    }

    @Test
    void saysOfEveryDayWhy() {
        preview(body("2022-09-28", "3", "DAY", null))
                .body("days", hasSize(11))
                .body("days.findAll { it.counted }", hasSize(3))
                .body("days.find { it.date == '2022-10-01' }.name", equalTo("国庆节"))
                .body("days.find { it.date == '2022-10-05' }.why", equalTo("HOLIDAY"))
                .body("days.find { it.date == '2022-10-08' }.why", equalTo("ROLLED"))
                .body("days.find { it.date == '2022-09-29' }.name", nullValue());
    }

    @Test
    void rollsForwardUnlessAskedOtherwise() {
        String friday = "{\"start\":\"2022-11-10\",\"period\":2,\"unit\":\"DAY\",\"rollOver\":\"%s\"}";
        preview(friday.formatted("PREVIOUS")).body("due", equalTo("2022-11-11"));
        preview(friday.formatted("NONE")).body("due", equalTo("2022-11-12"));
        preview(friday.formatted("NEXT")).body("due", equalTo("2022-11-14"));
    }

    @Test
    void marksWhatReachesIntoAYearNotPublished() {
        preview(body("2026-12-20", "30", "WORKDAY", null)).body("provisional", equalTo(true));
    }

    @Test
    void namesEveryWrongField() {
        preview("{\"period\":0,\"suspensions\":[{\"from\":\"2022-10-20\",\"resume\":\"2022-10-20\"},{}]}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body(
                        "errors.field",
                        hasItems(
                                "start",
                                "period",
                                "unit",
                                "suspensions[0].resume",
                                "suspensions[1].from",
                                "suspensions[1].resume"))
                .body("errors.find { it.field == 'period' }.message", equalTo("应在 1 至 3,660 之间。".replace(",", "")))
                .body(
                        "errors.find { it.field == 'suspensions[0].resume' }.message",
                        equalTo("恢复之日应晚于中止之日 2022-10-20。"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'start':'2022-10-10','period':3,'unit':'FORTNIGHT'} | unit",
                "{'start':'2022-02-30','period':3,'unit':'DAY'} | start",
                "{'start':'2022-10-10','period':-3,'unit':'DAY'} | period",
                "{'start':'2022-10-10','period':3661,'unit':'DAY'} | period",
                "{'start':'2022-10-10','period':121,'unit':'MONTH'} | period",
                "{'start':'2022-10-10','period':99999999999,'unit':'DAY'} | period",
                "{'start':'+99999-10-10','period':3,'unit':'DAY'} | start",
                "{'start':'2022-10-10','period':3,'unit':'DAY','suspensions':[{'from':'2022-10-11','resume':'2099-10-11'}]} | suspensions",
                "{'start':'2022-10-10','period':3,'unit':'DAY','rollOver':'SIDEWAYS'} | rollOver"
            })
    void refusesWhatCannotBeCounted(String body, String field) {
        preview(body.replace('\'', '"')).statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void refusesAnEmptyBody() {
        People.as("triage")
                .contentType(ContentType.JSON)
                .post("/api/v1/deadlines/preview")
                .then()
                .statusCode(400);
        preview("null").statusCode(400);
        preview("[]").statusCode(400);
    }

    private static ValidatableResponse preview(String body) {
        return People.as("executor-fast-1")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/deadlines/preview")
                .then();
    }

    private static String body(String start, String period, String unit, String suspensions) {
        String spans = suspensions == null
                ? ""
                : Arrays.stream(suspensions.split(" "))
                        .map(span -> span.split("/"))
                        .map(span -> "{\"from\":\"%s\",\"resume\":\"%s\"}".formatted(span[0], span[1]))
                        .collect(Collectors.joining(","));
        return "{\"start\":\"%s\",\"period\":%s,\"unit\":\"%s\",\"suspensions\":[%s],\"rollOver\":\"NEXT\"}"
                .formatted(start, period, unit, spans);
    }
}
