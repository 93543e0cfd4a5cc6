package org.zhixing.slip;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** What people of the demo do with task slips, by the API. */
final class SlipDesk {
    static final String SLIPS = "/api/v1/task-slips";
    static final String JUDGE = "judge-fast-1";
    static final String EXECUTOR = "executor-fast-1";
    static final String LEADER = "leader-affairs";
    static final String OFFICER = "executor-affairs-1";
    static final String POLICE = "police-affairs-1";
    private static final byte[] PAPER = Papers.pdf(1);

    private SlipDesk() {}

    static Response ask(String person, String kind, List<String> cases, String key) {
        return People.as(person)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("caseIds", cases, "kind", kind, "target", "李某某名下房产", "area", "文峰区"))
                .post(SLIPS);
    }

    static Response act(String person, String slip, String act, Map<String, Object> body) {
        return act(person, slip, act, version(slip), body);
    }

    static Response act(String person, String slip, String act, int version, Map<String, Object> body) {
        var request = People.as(person).header("If-Match", "\"" + version + "\"");
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .post(SLIPS + "/" + slip + "/" + act);
    }

    static Response get(String person, String slip) {
        return People.as(person).get(SLIPS + "/" + slip);
    }

    static List<String> listed(String person, String query) {
        return People.as(person)
                .get(SLIPS + "?limit=100&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    static int version(String slip) {
        return get("president", slip).path("version");
    }

    /** The affairs team's leader names both officers. */
    static Response assign(String slip, Map<String, String> ids) {
        Map<String, Object> body = new HashMap<>();
        body.put("executorId", ids.get(OFFICER));
        body.put("others", List.of(ids.get(POLICE)));
        return act(LEADER, slip, "assignment", body);
    }

    static void underWay(String slip, Map<String, String> ids) {
        act(JUDGE, slip, "signature", Map.of()).then().statusCode(200);
        act(LEADER, slip, "receipt", Map.of()).then().statusCode(200);
        assign(slip, ids).then().statusCode(200);
    }

    /** The officer files the result in the case's volume, for the slip's node. */
    static Response file(String person, String slip, String category) {
        Response seen = get("president", slip);
        return People.as(person)
                .contentType("application/json")
                .body(Map.of(
                        "uploadId",
                        Uploaded.by(person, "result.pdf", PAPER),
                        "category",
                        category,
                        "title",
                        "查控结果",
                        "nodeId",
                        seen.path("nodeId")))
                .post("/api/v1/cases/" + seen.path("caseId") + "/dossier/items");
    }
}
