package org.zhixing.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** The triage rules over HTTP. */
@QuarkusTest
class TriagePreviewTest extends CourtTest {
    private static Map<String, Object> facts() {
        return new HashMap<>(Map.of("kind", "FIRST", "matter", "MONEY", "filedOn", "2022-10-10"));
    }

    private static io.restassured.response.ValidatableResponse preview(Map<String, Object> facts) {
        return People.as("judge-fast-1")
                .contentType("application/json")
                .body(facts)
                .post("/api/v1/triage/preview")
                .then();
    }

    @Test
    void theBoundaryIncludesTheNumber() {
        Map<String, Object> facts = facts();
        facts.put("claimAmount", 100000.00);
        preview(facts)
                .statusCode(200)
                .body("team", equalTo("FAST"))
                .body("rule", equalTo("UP_TO_100000"))
                .body("facts.claimAmount", equalTo("100000.00"));
        facts.put("claimAmount", "100000.01");
        preview(facts).statusCode(200).body("team", equalTo("ORDINARY")).body("clause", equalTo("一(二)2"));
    }

    @Test
    void allMatchesAreKeptAndTheFirstWins() {
        Map<String, Object> facts = facts();
        facts.put("claimAmount", "5000");
        facts.put("auctionNeeded", true);
        facts.put("enterpriseParty", true);
        preview(facts)
                .statusCode(200)
                .body("team", equalTo("ORDINARY"))
                .body("rule", equalTo("AUCTION"))
                .body("matched.rule", contains("AUCTION", "ENTERPRISE", "UP_TO_100000"));
    }

    @Test
    void withoutAnAmountAPersonDecides() {
        preview(facts()).statusCode(200).body("team", nullValue()).body("rule", equalTo("UNDECIDED"));
    }

    @Test
    void wrongFactsAreNamed() {
        Map<String, Object> facts = facts();
        facts.put("claimAmount", "十万");
        preview(facts)
                .statusCode(400)
                .body("errors[0].field", equalTo("claimAmount"))
                .body("errors[0].message", notNullValue());
        preview(new HashMap<>(Map.of("kind", "TRIAL", "filedOn", "2022-10-10")))
                .statusCode(400)
                .body("errors[0].field", equalTo("kind"));
        preview(new HashMap<>()).statusCode(400);
    }
}
