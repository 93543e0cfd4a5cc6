package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.LateNodes;
import org.zhixing.testing.OutsideResource;
import org.zhixing.testing.People;

@QuarkusTest
@QuarkusTestResource(OutsideResource.class)
class CalendarFeedTest extends CourtTest {
    private static final String FEED = "/api/v1/me/calendar-feed";

    @Inject
    LateNodes nodes;

    @Test
    void aCalendarProgramReadsThePersonsDueDatesWithoutSigningIn() throws Exception {
        nodes.add(2, LocalDate.of(2022, 11, 4), LocalDate.of(2022, 11, 7));
        nodes.add(
                "豫0505",
                1,
                "OFFLINE_ASSET_QUERY",
                "AFFAIRS_TEAM",
                "AFFAIRS",
                LocalDate.of(2022, 11, 9),
                LocalDate.of(2022, 11, 10));
        Calendar mine = read(make("executor-fast-1"));
        assertThat(mine.validate().getEntries()).isEmpty();
        List<VEvent> events = mine.getComponents("VEVENT");
        assertThat(events).hasSize(2);
        VEvent first = events.get(0);
        assertThat(first.getSummary().getValue()).matches("首次约谈 \\(2022\\)豫0505执\\d+号");
        assertThat(first.getDescription().getValue()).isEqualTo("应于 2022-11-04 二十四时前完成。依据：二(四)1");
        assertThat(first.getDateTimeStart().getValue()).isEqualTo("20221104");
        assertThat(first.getDateTimeEnd().getValue()).isEqualTo("20221105");
        assertThat(first.getProperty("URL").orElseThrow().getValue())
                .startsWith("https://zhixing.court.example/cases/");
        assertThat(read(make("executor-affairs-1")).getComponents("VEVENT")).hasSize(1);
        assertThat(read(make("quality")).getComponents("VEVENT")).isEmpty();
    }

    @Test
    void anEventKeepsItsNameWhenItMovesAndSaysThatItDid() throws Exception {
        nodes.add(1, LocalDate.of(2022, 11, 4), LocalDate.of(2022, 11, 7));
        String path = make("executor-fast-1");
        VEvent before = event(path);
        data.run("update node set due_on = '2022-11-11', version = version + 1");
        VEvent after = event(path);
        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getSequenceNo())
                .isGreaterThan(before.getSequence().getSequenceNo());
        assertThat(after.getDateTimeStart().getValue()).isEqualTo("20221111");
        data.run("update node set done_on = '2022-11-01'");
        assertThat(read(path).getComponents("VEVENT")).isEmpty();
    }

    @Test
    void theAddressIsShownOnceKeptAsAHashAndWorthNothingWhenRevokedOrReplaced() {
        People.as("executor-fast-1").get(FEED).then().statusCode(200).body("createdAt", nullValue());
        String old = make("executor-fast-1");
        People.as("executor-fast-1").get(FEED).then().body("url", nullValue()).body("createdAt", notNullValue());
        String token = old.replaceAll(".*/|\\.ics", "");
        assertThat(token).hasSize(43);
        assertThat(data.query("select row_to_json(f)::text from calendar_feed f")
                        .get(0))
                .doesNotContain(token);
        assertThat(String.join("", data.query("select detail::text from audit")))
                .doesNotContain(token);
        String now = make("executor-fast-1");
        RestAssured.get(old).then().statusCode(404);
        RestAssured.get(now).then().statusCode(200).header("Cache-Control", "private, no-cache");
        People.as("executor-fast-1").delete(FEED).then().statusCode(204);
        RestAssured.get(now).then().statusCode(404);
        RestAssured.get("/calendar/x.ics").then().statusCode(404);
        assertThat(data.query("select action from audit order by seq"))
                .containsExactly("calendar-feed.made", "calendar-feed.made", "calendar-feed.revoked");
    }

    @Test
    void anUnchangedCalendarIsNotSentTwiceAndOneWhoLeftHasNone() {
        nodes.add(1, LocalDate.of(2022, 11, 4), LocalDate.of(2022, 11, 7));
        String path = make("executor-fast-1");
        String etag = RestAssured.get(path).then().statusCode(200).extract().header("ETag");
        RestAssured.given().header("If-None-Match", etag).get(path).then().statusCode(304);
        data.run("update node set version = version + 1");
        RestAssured.given().header("If-None-Match", etag).get(path).then().statusCode(200);
        data.run("update person set active = false where username = 'executor-fast-1'");
        try {
            RestAssured.get(path).then().statusCode(404);
        } finally {
            data.run("update person set active = true where username = 'executor-fast-1'");
        }
    }

    private static String make(String username) {
        String url =
                People.as(username).post(FEED).then().statusCode(200).extract().path("url");
        assertThat(url).startsWith("https://zhixing.court.example/calendar/");
        return URI.create(url).getPath();
    }

    private static VEvent event(String path) throws Exception {
        return read(path).<VEvent>getComponents("VEVENT").get(0);
    }

    private static Calendar read(String path) throws Exception {
        byte[] file = RestAssured.get(path)
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asByteArray();
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }
}
