package org.zhixing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.testing.Books;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Trail;
import org.zhixing.testing.Uploaded;

/** 归档: the archive desk takes a closed case in, once nothing is owed any more. */
@QuarkusTest
class ArchiveCaseTest extends CourtTest {
    private static final LocalDate DAY = LocalDate.of(2022, 10, 20);

    @Inject
    Books books;

    @Inject
    Volumes volumes;

    @Inject
    Database database;

    private Books.Held held;

    @BeforeEach
    void file() {
        held = books.open();
    }

    @Test
    void whatIsCompleteIsTakenInOnceAndTheVolumeIsShut() {
        String ruling = put("RULING").statusCode(201).extract().path("itemId");
        prove();
        close("WITHDRAWN");
        // What is missing for the way it was closed is filed afterwards, and nothing else.
        put("APPLICATION").statusCode(201);
        put("APPLICATION").statusCode(422).body("code", equalTo("case-closed"));
        put("CLOSING_APPROVAL").statusCode(201);
        People.as("archive")
                .get(page())
                .then()
                .body("allowed", contains("ARCHIVE"))
                .body("archiving", nullValue());
        archive("archive", 2)
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("status", equalTo("CLOSED"))
                .body("closure.manner", equalTo("WITHDRAWN"))
                .body("archiving.on", equalTo("2022-11-01"))
                .body("archiving.by.name", equalTo("魏某"))
                .body("allowed", empty());
        archive("archive", 2).statusCode(412).body("current", equalTo(3)).body("changed", contains("archiving"));
        archive("archive", 3)
                .statusCode(422)
                .body("code", equalTo("archived-already"))
                .body("clause", equalTo("二(五)2"))
                .body("detail", containsString("2022-11-01"))
                .body("remedy", notNullValue());
        People.as("archive")
                .get(page() + "/timeline")
                .then()
                .body("items.text", hasItem(containsString("归档日期 2022-11-01")));
        assertThat(data.count("select count(*) from audit where action = 'case.archived'"))
                .isOne();
        Trail.assertWhole(data);
        theVolumeTakesNothing(ruling);
    }

    private void theVolumeTakesNothing(String item) {
        put("CLOSING_APPROVAL")
                .statusCode(422)
                .body("code", equalTo("volume-archived"))
                .body("clause", equalTo("二(五)"))
                .body("detail", containsString("2022-11-01"))
                .body("fact", notNullValue())
                .body("remedy", notNullValue());
        String at = "/api/v1/dossier-items/" + item;
        String upload = Uploaded.by("executor-fast-1", "again.pdf", Papers.pdf(2));
        change("executor-fast-1", at + "/removal", Map.of("reason", "扫描不清"))
                .then()
                .statusCode(422)
                .body("code", equalTo("volume-archived"));
        change("executor-fast-1", at + "/versions", Map.of("uploadId", upload, "reason", "重新扫描"))
                .then()
                .statusCode(422)
                .body("code", equalTo("volume-archived"));
        // Who may not is told so, and not what became of the volume.
        change("executor-fast-2", at + "/removal", Map.of("reason", "扫描不清"))
                .then()
                .statusCode(403);
        People.as("judge-fast-1").get(at + "/content").then().statusCode(200);
        // Whatever act would change it, by whatever way.
        assertThatThrownBy(() -> database.inTransaction(tx -> volumes.find(tx, books.court(), UUID.fromString(item))
                                .chain(found -> volumes.remove(
                                        tx,
                                        found,
                                        new VolumeItem.Removal(
                                                UUID.randomUUID(), Instant.parse("2022-11-01T02:00:00Z"), "错"))))
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("volume-archived"));
        assertThat(data.count("select count(*) from dossier_item where removed_at is not null"))
                .isZero();
    }

    @Test
    void anOpenCaseAndTheWrongPersonAreRefused() {
        archive("archive", 1)
                .statusCode(422)
                .body("code", equalTo("case-not-closed"))
                .body("clause", equalTo("二(五)2"))
                .body("fact", notNullValue())
                .body("remedy", notNullValue());
        close("WITHDRAWN");
        for (String person : new String[] {"judge-fast-1", "president", "final-review"}) {
            archive(person, 2).statusCode(403);
        }
        People.as("judge-fast-1").get(page()).then().body("allowed", not(hasItem("ARCHIVE")));
        People.as("archive").post(page() + "/archiving").then().statusCode(428);
        assertThat(data.count("select count(*) from enforcement_case where archived_on is not null"))
                .isZero();
    }

    @Test
    void moneyThatIsLeftRefusesItHoweverTheCaseWasClosed() {
        prove();
        for (String category : new String[] {"APPLICATION", "RULING", "CLOSING_APPROVAL"}) {
            put(category).statusCode(201);
        }
        UUID receipt = books.receipt(held, "100.00", DAY);
        close("WITHDRAWN");
        archive("archive", 2)
                .statusCode(422)
                .body("code", equalTo("case-funds-left"))
                .body("clause", containsString("二(二)"))
                .body("detail", allOf(containsString("余额 100.00 元"), containsString("也不能归档")))
                .body("fact", containsString("2022-10-20 100.00/100.00"))
                .body("remedy", notNullValue());
        UUID payment = books.payment(held, receipt, "100.00", "ORDERED", DAY);
        english()
                .statusCode(422)
                .body("detail", allOf(containsString("holds 0.00 CNY"), containsString("100.00 are on their way")));
        books.post(books.paid(held, "100.00", DAY, payment));
        data.run("update payment set status = 'PAID'; update receipt set reserved = 0, paid = 100");
        archive("archive", 2).statusCode(200).body("archiving.on", equalTo("2022-11-01"));
    }

    @Test
    void aNodeThatIsOwedItsProofAndWhatTheVolumeLacksAreNamed() {
        close("WITHDRAWN");
        archive("archive", 2)
                .statusCode(422)
                .body("code", equalTo("nodes-owed"))
                .body("clause", containsString("二(四)1"))
                .body("detail", containsString("首次约谈"))
                .body("fact", notNullValue())
                .body("remedy", notNullValue());
        prove();
        put("RULING").statusCode(201);
        archive("archive", 2)
                .statusCode(422)
                .body("code", equalTo("dossier-incomplete"))
                .body("clause", equalTo("二(五)2"))
                .body("detail", allOf(containsString("申请执行书 ×1"), not(containsString("裁定书"))))
                .body("fact", notNullValue())
                .body("remedy", notNullValue());
        english().statusCode(422).body("detail", containsString("Application for enforcement ×1"));
        assertThat(data.count("select count(*) from audit where action = 'case.archived'"))
                .isZero();
    }

    private String page() {
        return "/api/v1/cases/" + held.caseId();
    }

    private static RequestSpecification json(String person, int version) {
        return People.as(person).contentType("application/json").header("If-Match", "\"" + version + "\"");
    }

    private ValidatableResponse archive(String person, int version) {
        return json(person, version).post(page() + "/archiving").then();
    }

    private ValidatableResponse english() {
        return RestAssured.given()
                .auth()
                .oauth2(People.token("archive"))
                .header("Accept-Language", "en")
                .header("If-Match", "\"2\"")
                .post(page() + "/archiving")
                .then();
    }

    private static Response change(String person, String path, Map<String, String> body) {
        return json(person, 1).body(body).post(path);
    }

    private void close(String manner) {
        json("judge-fast-1", 1)
                .body(Map.of("manner", manner, "closedOn", "2022-11-01", "reason", "申请人撤回"))
                .post(page() + "/closure")
                .then()
                .statusCode(200);
    }

    /** Both nodes that filing opened and that closing leaves. */
    private void prove() {
        put("INTERVIEW_RECORD").statusCode(201).body("completedNode", notNullValue());
        put("OFFLINE_QUERY_RESULT").statusCode(201).body("completedNode", notNullValue());
    }

    private ValidatableResponse put(String category) {
        String upload = Uploaded.by("executor-fast-1", "paper.pdf", Papers.pdf(1));
        return People.as("executor-fast-1")
                .contentType("application/json")
                .body(Map.of("uploadId", upload, "category", category))
                .post(page() + "/dossier/items")
                .then();
    }
}
