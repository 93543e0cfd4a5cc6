package org.zhixing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** What cannot be read is refused with a problem that names it, in the caller's language. */
@QuarkusTest
class FaultyRequestsTest extends CourtTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int TOO_MANY = 65;

    @TestHTTPResource("/api/v1/imports")
    URI imports;

    @ParameterizedTest
    @CsvSource({
        "/cases?limit=abc, limit, abc",
        "/cases?limit=1.5, limit, 1.5",
        "/cases?team=SLOW, team, SLOW",
        "/cases?filedFrom=2022-02-30, filedFrom, 2022-02-30",
        "/cases?amountFrom=1e999999999, amountFrom, 1e999999999",
        "/cases?overdue=perhaps, overdue, perhaps",
        "/cases?handler=me, handler, me",
        "/cases/one, id, one",
        "/nodes?mine=1, mine, 1",
        "/nodes?team=SLOW, team, SLOW",
        "/nodes/one, id, one",
        "/calendars/next, year, next",
        "/transfers?status=LOST, status, LOST",
        "/inbox?unread=no, unread, no",
        "/people?team=SLOW, team, SLOW",
        "/files/one, id, one",
    })
    void namesTheParameterThatCannotBeRead(String address, String field, String value) {
        People.as("director")
                .get("/api/v1" + address)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("invalid"))
                .body("errors.field", contains(field))
                .body("errors.value", contains(value))
                .body("errors.message", hasItem(notNullValue()));
    }

    @Test
    void namesThePathOfAnImportToo() {
        String none = "/api/v1/imports/" + UUID.randomUUID();
        for (String address : new String[] {"/api/v1/imports/one", "/api/v1/imports/one/events"}) {
            People.as("triage").get(address).then().statusCode(400).body("errors.field", contains("id"));
        }
        People.as("triage")
                .get(none + "/rows?outcome=GOOD")
                .then()
                .statusCode(400)
                .body("errors.field", contains("outcome"))
                .body("errors.message", contains("没有这个选项。"));
        People.as("triage")
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body("{\"values\":{}}")
                .put(none + "/rows/first")
                .then()
                .statusCode(400)
                .body("errors.field", contains("row"));
    }

    /** What PostgreSQL would not take: the character NUL, and days that it does not count. */
    @ParameterizedTest
    @CsvSource({
        "/cases?q=%00, q",
        "/cases?filedFrom=%2B999999999-12-31, filedFrom",
        "/reconciliation?to=%2B10000-01-01, to",
        "/reconciliation?to=0000-01-01, to",
        "/ledger/months/%2B999999999-12, month",
    })
    void refusesWhatCouldNotBeLookedFor(String address, String field) {
        People.as("director")
                .urlEncodingEnabled(false)
                .get("/api/v1" + address)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("errors.field", contains(field))
                .body("fact", notNullValue())
                .body("remedy", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "reason, '{\"presidentAbove\":\"5\",\"clause\":\"一\",\"effectiveFrom\":\"2023-01-01\",\"reason\":\"a\\u0000\"}'",
        "effectiveFrom, '{\"presidentAbove\":\"5\",\"clause\":\"一\",\"effectiveFrom\":\"+99999-01-01\",\"reason\":\"a\"}'",
    })
    void refusesWhatCouldNotBeKept(String field, String body) {
        Leave.json("admin")
                .body(body)
                .post("/api/v1/funds-policies")
                .then()
                .statusCode(400)
                .body("errors.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"reason\":\"a\"",
        "'{\"reason\":\"a\",\"reason\":\"b\"}'",
        "[]",
        "''",
    })
    void refusesWhatIsNoRequest(String body) {
        Leave.json("funds")
                .body(body)
                .post("/api/v1/bank-lines/" + UUID.randomUUID() + "/charge")
                .then()
                .statusCode(400)
                .body("code", notNullValue())
                .body("remedy", notNullValue());
    }

    @Test
    void refusesAFormThatBreaksOff() throws Exception {
        String begun = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na";
        HttpRequest request = HttpRequest.newBuilder(imports)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + People.token("triage"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(begun))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"form-broken-off\"");
    }

    @Test
    void refusesAForgedCursor() {
        for (String forged : new String[] {"\0\nx", "+999999999-12-31\n" + UUID.randomUUID()}) {
            People.as("funds")
                    .get("/api/v1/suspense?cursor="
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes()))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("cursor"));
        }
    }

    @Test
    void takesAnEmptyParameterForNone() {
        People.as("director")
                .get("/api/v1/cases?limit=&team=&overdue=&filedFrom=")
                .then()
                .statusCode(200);
        People.as("director").get("/api/v1/nodes?mine=&team=").then().statusCode(200);
        People.as("director").get("/api/v1/nothing").then().statusCode(404);
    }

    @Test
    void saysThatAnUploadIsTooLarge() throws Exception {
        for (boolean announced : new boolean[] {true, false}) {
            HttpResponse<String> chinese = upload("zh-CN", announced);
            assertThat(chinese.statusCode()).isEqualTo(413);
            assertThat(chinese.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(chinese.headers().firstValue("X-Request-Id")).isPresent();
            assertThat(chinese.body()).contains("\"status\":413", "文件最大 64 MB。");
            assertThat(upload("en", announced).body()).contains("A file may have 64 MB at most.");
        }
    }

    /** With its length announced, as browsers do, or in chunks without. */
    private HttpResponse<String> upload(String language, boolean announced) throws Exception {
        byte[] head =
                ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n\r\n").getBytes();
        byte[] mebibyte = new byte[MEBIBYTE];
        HttpRequest.BodyPublisher[] parts = new HttpRequest.BodyPublisher[TOO_MANY + 1];
        parts[0] = HttpRequest.BodyPublishers.ofByteArray(head);
        for (int i = 1; i <= TOO_MANY; i++) {
            parts[i] = HttpRequest.BodyPublishers.ofByteArray(mebibyte);
        }
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.concat(parts);
        HttpRequest request = HttpRequest.newBuilder(imports)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + People.token("triage"))
                .header("Accept-Language", language)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(announced ? body : HttpRequest.BodyPublishers.fromPublisher(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
