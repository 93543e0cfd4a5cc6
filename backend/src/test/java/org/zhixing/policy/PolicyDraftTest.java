package org.zhixing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 政策版本: an admin drafts, others watch, a version is published and never changes. Today is 2022-11-01. */
@QuarkusTest
class PolicyDraftTest extends CourtTest {
    @Inject
    Docket docket;

    @BeforeEach
    @AfterEach
    void asAtFirst() {
        data.forgetPolicies();
    }

    @Test
    void aDraftBeginsFromWhatIsPublishedAndIsKeptWithItsChanges() {
        DraftDesk.admin()
                .get(DraftDesk.path("nodes"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("inHand", equalTo(false))
                .body("basedOn", equalTo(1))
                .body("changes", empty());
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35), "\"0\"")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("inHand", equalTo(true))
                .body("note", equalTo("试算"))
                .body("editedBy.name", notNullValue())
                .body("changes.path", contains("policies[CLOSE_FAST].period"))
                .body("changes[0].before", equalTo("40"))
                .body("changes[0].after", equalTo("35"));
        People.as("director").get(DraftDesk.path("nodes")).then().body("inHand", equalTo(true));
        assertThat(data.query("select count(*) from node_policy where court_id = 1"))
                .containsExactly("1");
    }

    @Test
    void aSecondAdminIsToldWhatTheFirstChanged() {
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35), "\"0\"").statusCode(200);
        ObjectNode mine = DraftDesk.period("FIRST_INTERVIEW", 2);
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_ORDINARY", 50), "\"1\"").statusCode(200);

        DraftDesk.save("nodes", mine, "\"1\"")
                .statusCode(412)
                .body("current", equalTo(2))
                .body("changed", contains("policies[CLOSE_ORDINARY].period"));
        DraftDesk.save("nodes", mine, "\"0\"")
                .statusCode(412)
                .body("changed", containsInAnyOrder("policies[CLOSE_ORDINARY].period", "policies[CLOSE_FAST].period"));
        DraftDesk.admin()
                .body("{\"document\":{}}")
                .put(DraftDesk.path("nodes"))
                .then()
                .statusCode(428);
    }

    @Test
    void aDiscardedDraftIsGoneAndItsVersionNeverComesBack() {
        DraftDesk.save("triage", DraftDesk.document("triage"), "\"0\"").statusCode(200);
        DraftDesk.admin()
                .header("If-Match", "\"1\"")
                .delete(DraftDesk.path("triage"))
                .then()
                .statusCode(200)
                .body("inHand", equalTo(false))
                .body("version", equalTo(1));
        DraftDesk.admin()
                .header("If-Match", "\"1\"")
                .delete(DraftDesk.path("triage"))
                .then()
                .statusCode(404)
                .body("code", equalTo("policy-no-draft"));
        DraftDesk.simulate("triage").statusCode(404).body("code", equalTo("policy-no-draft"));
        DraftDesk.save("triage", DraftDesk.document("triage"), "\"1\"")
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void everyFaultOfANodeTableIsToldAtItsField() {
        ObjectNode wrong = DraftDesk.document("nodes");
        DraftDesk.line(wrong, "policies", "code", "FIRST_INTERVIEW").put("period", 0);
        DraftDesk.line(wrong, "policies", "code", "OFFLINE_ASSET_QUERY").put("nameZh", " ");
        DraftDesk.line(wrong, "policies", "code", "OFFLINE_MEASURE").put("stop", "CASE_CLOSED");
        DraftDesk.line(wrong, "policies", "code", "CLOSE_STATUTORY").put("period", 7);
        DraftDesk.line(wrong, "policies", "code", "SEIZURE_EXPIRY").put("rollOver", "NEXT");
        DraftDesk.line(wrong, "escalation", "fromDay", "3").put("fromDay", 1);
        DraftDesk.line(wrong, "seizureTerms", "property", "DEPOSIT").put("years", 2);
        ((ArrayNode) wrong.get("policies")).remove(4);
        DraftDesk.save("nodes", wrong, "\"0\"")
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems(
                                "document.policies[0].period",
                                "document.policies[1].nameZh",
                                "document.policies[2].stop",
                                "document.policies[5].period",
                                "document.policies[13].rollOver",
                                "document.policies",
                                "document.escalation[1].fromDay",
                                "document.seizureTerms[0].years"))
                .body("errors.message", not(hasItems(startsWith("policy."))));
        assertThat(data.count("select count(*) from policy_draft")).isZero();
    }

    @Test
    void everyFaultOfATriageTableIsToldAtItsField() {
        ObjectNode wrong = DraftDesk.document("triage");
        ((ObjectNode) DraftDesk.line(wrong, "rules", "rule", "UP_TO_100000").get("condition")).put("value", "-1");
        ((ObjectNode) DraftDesk.line(wrong, "rules", "rule", "OLD_CASE").get("condition")).put("value", "some");
        ((ObjectNode) DraftDesk.line(wrong, "rules", "rule", "ACT").get("condition")).put("value", "MONEY");
        DraftDesk.line(wrong, "rules", "rule", "ENTERPRISE").put("order", 5);
        DraftDesk.line(wrong, "rules", "rule", "AUCTION").put("rule", "AUCTIONS");
        ((ObjectNode) wrong.get("transfer")).put("to", "FAST");
        DraftDesk.save("triage", wrong, "\"0\"")
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "document.rules[7].condition.value",
                                "document.rules[2].condition.value",
                                "document.rules[5].condition",
                                "document.rules[6].order",
                                "document.rules[3].rule",
                                "document.rules",
                                "document.transfer.to"));
        ObjectNode unreadable = DraftDesk.document("triage");
        DraftDesk.line(unreadable, "rules", "rule", "ACT").put("team", "SLOW");
        DraftDesk.save("triage", unreadable, "\"0\"")
                .statusCode(400)
                .body("errors.field", contains("document.rules[5].team"));
    }

    @Test
    void aPublishedVersionHoldsFromItsDayOnAndOldNodesKeepTheirs() {
        FileCases.Filed before = docket.fileOne(Docket.fast(LocalDate.of(2022, 11, 1)));
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35));
        DraftDesk.publish("nodes", "2022-10-31", null).statusCode(400).body("errors.field", contains("effectiveFrom"));
        DraftDesk.publish("nodes", null, null).statusCode(400).body("errors.field", contains("effectiveFrom"));
        String key = UUID.randomUUID().toString();
        String etag = DraftDesk.etag("nodes");
        for (int i = 0; i < 2; i++) {
            DraftDesk.admin()
                    .header("If-Match", etag)
                    .header("Idempotency-Key", key)
                    .body("{\"effectiveFrom\":\"2022-11-07\",\"reason\":\"缩短期限\"}")
                    .post(DraftDesk.path("nodes") + "/publication")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
        FileCases.Filed dayBefore = docket.fileOne(Docket.fast(LocalDate.of(2022, 11, 6)));
        FileCases.Filed after = docket.fileOne(Docket.fast(LocalDate.of(2022, 11, 7)));

        People.as("node-control")
                .get("/api/v1/nodes/" + Docket.node(before, NodeCode.CLOSE_FAST).id())
                .then()
                .body("policyVersion", equalTo(1))
                .body("period", equalTo(40))
                .body("dueOn", equalTo("2022-12-12"));
        assertThat(Docket.node(dayBefore, NodeCode.CLOSE_FAST).period()).isEqualTo(40);
        Node fresh = Docket.node(after, NodeCode.CLOSE_FAST);
        assertThat(fresh.policyVersion()).isEqualTo(2);
        assertThat(fresh.dueOn()).isEqualTo("2022-12-12");
        assertThat(data.count("select count(*) from outbox where topic = 'policy.published'"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from audit where action = 'policy.published'"))
                .isEqualTo(1);
    }

    @Test
    void versionsFollowOneAnotherAndTellTheirStory() {
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35));
        DraftDesk.publish("nodes", "2022-11-07", null).statusCode(200);
        DraftDesk.admin().get(DraftDesk.path("nodes")).then().body("inHand", equalTo(false));
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_ORDINARY", 50));
        DraftDesk.publish("nodes", "2022-11-07", null).statusCode(400).body("errors.field", contains("effectiveFrom"));
        DraftDesk.publish("nodes", "2022-11-08", null).statusCode(200).body("version", equalTo(3));
        People.as("judge-fast-1")
                .get("/api/v1/policy-versions/nodes")
                .then()
                .statusCode(200)
                .body("version", contains(3, 2, 1))
                .body("effectiveFrom[0]", equalTo("2022-11-08"))
                .body("reason[0]", equalTo("缩短期限"))
                .body("publishedBy[2]", nullValue())
                .body("publishedBy[0].name", notNullValue());
        People.as("judge-fast-1")
                .get("/api/v1/policy-versions/nodes/differences?from=1&to=3")
                .then()
                .body("path", contains("policies[CLOSE_FAST].period", "policies[CLOSE_ORDINARY].period"))
                .body("before", contains("40", "60"))
                .body("after", contains("35", "50"));
        People.as("judge-fast-1")
                .get("/api/v1/policy-versions/nodes/differences?from=1&to=9")
                .then()
                .statusCode(404);
        for (String table : new String[] {"node_policy", "triage_policy"}) {
            assertThatThrownBy(() -> data.run("update " + table + " set reason = 'x'"))
                    .rootCause()
                    .hasMessageContaining("a published policy is never changed");
            assertThatThrownBy(() -> data.run("delete from " + table)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aDraftThatChangesNothingIsNotPublished() {
        DraftDesk.save("nodes", DraftDesk.document("nodes"));
        DraftDesk.publish("nodes", "2022-11-07", null).statusCode(422).body("code", equalTo("policy-unchanged"));
    }

    @Test
    void aRuleIsSwitchedOffAndOnAgainByDraftsOnly() {
        ObjectNode off = DraftDesk.document("triage");
        DraftDesk.line(off, "rules", "rule", "UP_TO_100000").put("enabled", false);
        ((ObjectNode) DraftDesk.line(off, "rules", "rule", "ABOVE_100000").get("condition")).put("value", "50000");
        DraftDesk.save("triage", off);
        DraftDesk.publish("triage", "2022-11-02", null).statusCode(200);
        assertThat(docket.fileOne(Docket.fast(LocalDate.of(2022, 11, 1)))
                        .decision()
                        .rule())
                .isEqualTo("UP_TO_100000");
        assertThat(docket.fileOne(Docket.fast(LocalDate.of(2022, 11, 2)))
                        .decision()
                        .rule())
                .isEqualTo("ABOVE_100000");
        DraftDesk.admin()
                .get(DraftDesk.path("triage"))
                .then()
                .body("document.rules.find { it.rule == 'UP_TO_100000' }.enabled", equalTo(false))
                .body("document.rules.find { it.rule == 'ABOVE_100000' }.condition.value", equalTo("50000.00"));
    }

    @Test
    void theOtherCourtHasItsOwnPolicies() {
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35));
        DraftDesk.publish("nodes", "2022-11-07", null).statusCode(200);
        People.as("wenfeng-president")
                .get("/api/v1/policy-versions/nodes")
                .then()
                .body("version", contains(1));
        People.as("wenfeng-president").get(DraftDesk.path("nodes")).then().body("version", equalTo(0));
        People.as("wenfeng-president").get(DraftDesk.path("rules")).then().statusCode(404);
    }
}
