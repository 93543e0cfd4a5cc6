package org.zhixing.testing;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.clock.rules.NodeCode;

/** Suspends cases over HTTP as their handlers and the court's leaders do, and looks at their dates. */
@ApplicationScoped
public class Leave {
    private final Docket docket;
    private final CourtData data;

    Leave(Docket docket, CourtData data) {
        this.docket = docket;
        this.data = data;
    }

    public static RequestSpecification json(String username) {
        return People.as(username).contentType("application/json");
    }

    public String file(RegisterRow row) {
        return docket.fileOne(row).filed().id().toString();
    }

    public String handler(String caseId) {
        return data.query("select username from person p join enforcement_case c on c.executor_id = p.id where c.id = '"
                        + caseId + "'")
                .get(0);
    }

    public static Map<String, Object> wish(String reason, String from, @Nullable String resume) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("reason", reason);
        wish.put("from", from);
        wish.put("resume", resume);
        wish.put("note", "被执行人下落不明");
        return wish;
    }

    public ValidatableResponse asking(String caseId, String reason, String from, @Nullable String resume) {
        return json(handler(caseId))
                .body(wish(reason, from, resume))
                .post("/api/v1/cases/" + caseId + "/suspensions")
                .then();
    }

    public String ask(String caseId, String reason, String from, @Nullable String resume) {
        return asking(caseId, reason, from, resume).statusCode(201).extract().path("id");
    }

    /** Asked by a handler and approved by the director. */
    public String suspend(String caseId, String reason, String from, @Nullable String resume) {
        String id = ask(caseId, reason, from, resume);
        approve(id).statusCode(200);
        return id;
    }

    public ValidatableResponse approve(String id) {
        return json("director").post("/api/v1/suspensions/" + id + "/approval").then();
    }

    public ValidatableResponse end(String by, String id, String resume) {
        return json(by).body(Map.of("resume", resume))
                .post("/api/v1/suspensions/" + id + "/end")
                .then();
    }

    public ValidatableResponse cancel(String id) {
        return json("director")
                .body(Map.of("reason", "登记有误"))
                .post("/api/v1/suspensions/" + id + "/cancellation")
                .then();
    }

    /** The stored due date of the case's node of that code that was not cancelled. */
    public LocalDate due(String caseId, NodeCode code) {
        return LocalDate.parse(data.query("select due_on from node where cancelled_on is null and code = '" + code
                        + "' and case_id = '" + caseId + "'")
                .get(0));
    }

    public String node(String caseId, NodeCode code) {
        return data.query("select id from node where cancelled_on is null and code = '" + code + "' and case_id = '"
                        + caseId + "'")
                .get(0);
    }

    /** Every node's dates, pauses and notices but not its version, in a fixed order: what a fresh count must give again. */
    public List<String> dates(String caseId) {
        return data.query("select concat_ws(' ', code, start_on, due_on, due_soon_on, provisional, pauses, extension,"
                + " next_notice_on, notice_count, (select next_due_on from enforcement_case c where c.id = n.case_id))"
                + " from node n where case_id = '" + UUID.fromString(caseId) + "' order by code, cancelled_on");
    }
}
