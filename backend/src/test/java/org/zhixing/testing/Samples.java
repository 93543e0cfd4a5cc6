package org.zhixing.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cases to file over HTTP. */
public final class Samples {
    private Samples() {}

    /** A plain money case of 5,000.00 元, filed on the date: it goes to FAST. */
    public static Map<String, Object> smallClaim(String number, String filedOn) {
        Map<String, Object> request = new HashMap<>();
        request.put("number", number);
        request.put("cause", "民间借贷纠纷");
        request.put("matter", "MONEY");
        request.put("claimAmount", "5000.00");
        request.put("filedOn", filedOn);
        request.put("parties", new ArrayList<>(List.of(party("APPLICANT", "王某"), party("RESPONDENT", "李某某"))));
        return request;
    }

    public static Map<String, Object> party(String role, String name) {
        Map<String, Object> party = new HashMap<>();
        party.put("role", role);
        party.put("kind", "NATURAL_PERSON");
        party.put("name", name);
        return party;
    }

    /** Files the case as the triage desk; answers its id. */
    public static String file(Map<String, Object> request) {
        return People.as("triage")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
