package org.zhixing.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** A court at work whose every text has a mark in it, by which it is known wherever it turns up. */
final class Planted {
    static final String MARK = "机密柒柒";
    /** What is of the team FAST alone, in every text of it. */
    static final String FAST = MARK + "快";

    private final CourtData data;
    private final Docket docket;
    private final Coffers coffers;
    private final List<String> failed = new ArrayList<>();

    Planted(CourtData data, Docket docket, Coffers coffers) {
        this.data = data;
        this.docket = docket;
        this.coffers = coffers;
    }

    void plant() {
        String fast = filed(FAST, "60000.00", "王某", "赵某");
        filed(MARK + "普", "260000.00", "孙某", "蒋某");
        String upload = Uploaded.by("executor-fast-1", FAST + ".pdf", Papers.pdf(1));
        post(
                "executor-fast-1",
                "/cases/" + fast + "/dossier/items",
                Map.of("uploadId", upload, "category", "INTERVIEW_RECORD", "title", FAST));
        Uploaded.by("executor-fast-1", FAST + "2.pdf", Papers.pdf(1));
        money(fast);
        String node = data.query("select id from node where case_id = '" + fast + "' and code = 'CLOSE_FAST'")
                .get(0);
        post(
                "node-control",
                "/supervision-slips",
                Map.of("nodeIds", List.of(node), "reason", FAST, "answerDue", "2022-11-10"));
        post("judge-fast-1", "/nodes/" + node + "/extensions", Map.of("days", 10, "reason", FAST));
        post(
                "judge-fast-1",
                "/cases/" + fast + "/suspensions",
                Map.of("reason", "STAY", "note", FAST, "from", "2022-11-01", "resume", "2022-11-20"));
        post("executor-fast-1", "/cases/" + fast + "/transfers", Map.of("reason", FAST));
        post(
                "executor-fast-1",
                "/task-slips",
                Map.of("caseIds", List.of(fast), "kind", "QUERY", "target", FAST, "area", FAST));
        post(
                "executor-fast-1",
                "/cases/" + fast + "/papers",
                Map.of(
                        "kind",
                        "ENFORCEMENT_NOTICE",
                        "addressee",
                        FAST + "乙",
                        "fields",
                        Map.of("BASIS", FAST, "DUTY", FAST, "DAYS", FAST)));
        assets(fast);
        decided(fast);
        rows();
        assertThat(failed).isEmpty();
    }

    private String filed(String mark, String amount, String judge, String executor) {
        CaseNumber number = CaseNumber.parse(CourtData.number());
        return docket.fileOne(new RegisterRow(
                        number,
                        number.kind(),
                        LocalDate.of(2022, 10, 28),
                        mark + "纠纷",
                        new BigDecimal(amount),
                        Matter.MONEY,
                        List.of(
                                new NamedParty(PartyRole.APPLICANT, PartyKind.NATURAL_PERSON, mark + "甲"),
                                new NamedParty(PartyRole.RESPONDENT, PartyKind.NATURAL_PERSON, mark + "乙")),
                        false,
                        false,
                        false,
                        false,
                        null,
                        judge,
                        executor))
                .filed()
                .id()
                .toString();
    }

    private void money(String caseId) {
        coffers.arrive(caseId, "5000.00", LocalDate.of(2022, 11, 1));
        String payee = coffers.confirmed(caseId, "APPLICANT", FAST + "甲");
        coffers.apply(caseId, payee, "1000.00");
        coffers.order(coffers.approved(caseId, payee, "500.00"));
        // As the import of a statement leaves them.
        data.run("update statement_import set tally = '{\"outcomes\":{},\"matches\":{},\"amounts\":{}}', gaps ="
                + " '{\"first\":null,\"last\":null,\"oldestFirst\":{\"count\":0,\"shown\":[]},"
                + "\"newestFirst\":{\"count\":0,\"shown\":[]},\"closing\":[]}'");
        data.run("update bank_line set why = 'VIRTUAL_NUMBER' where why is null");
    }

    private void assets(String caseId) {
        Response asset = post(
                "executor-fast-1",
                "/cases/" + caseId + "/assets",
                Map.of(
                        "kind",
                        "DEPOSIT",
                        "respondent",
                        FAST + "乙",
                        "description",
                        FAST,
                        "holder",
                        FAST,
                        "identifier",
                        FAST,
                        "value",
                        "1000.00",
                        "source",
                        "ONLINE_CHECK",
                        "foundOn",
                        "2022-11-01"));
        post(
                "executor-fast-1",
                "/cases/" + caseId + "/assets/" + asset.path("id") + "/measures",
                Map.of("kind", "FREEZE", "document", FAST, "takenOn", "2022-11-01"));
    }

    /** What is raised, deliberated and made for many at once. */
    private void decided(String caseId) {
        post("executor-fast-1", "/cases/" + caseId + "/referrals", Map.of("matter", FAST, "detail", FAST));
        post(
                "clerk-fast-1",
                "/cases/" + caseId + "/panels",
                Map.of(
                        "heldOn",
                        "2022-11-01",
                        "heldAt",
                        "09:30",
                        "place",
                        FAST,
                        "matter",
                        FAST,
                        "discussion",
                        FAST,
                        "resolution",
                        FAST,
                        "opinions",
                        List.of(voice("CASE_JUDGE"), voice("CASE_EXECUTOR"))));
        post(
                "executor-fast-1",
                "/paper-batches",
                Map.of("kind", "ENFORCEMENT_NOTICE", "caseIds", List.of(caseId), "fields", Map.of("BASIS", FAST)));
    }

    private static Map<String, Object> voice(String seat) {
        return Map.of("seat", seat, "dissents", false, "text", FAST);
    }

    /** What comes by files and at night, put down as it would be. */
    private void rows() {
        data.run(
                "insert into register_import (id, court_id, file_id, file_name, sha256, size, status, created_by) select"
                        + " uuidv7(), court_id, id, '" + MARK
                        + "', sha256, size, 'PREVIEWED', created_by from stored_file limit 1;"
                        + "insert into import_row (court_id, import_id, row_no, line_no, number, outcome, values) select court_id,"
                        + " id, 1, 1, '" + MARK + "', 'BAD', '{\"cause\":\"" + MARK + "\"}' from register_import");
        data.run(
                "insert into outbox (court_id, topic, key, payload, dead_at, last_error) select court_id, 'node.overdue', '"
                        + MARK + "', '{}', now(), '" + MARK + "' from enforcement_case limit 1");
        data.run(
                "insert into register_import (id, court_id, kind, file_id, file_name, sha256, size, status, created_by) select"
                        + " uuidv7(), court_id, 'QUERY_RESULTS', id, '" + MARK
                        + "', sha256, size, 'PREVIEWED', created_by from stored_file limit 1");
        // Of another month: nobody holds a role of it while this goes on.
        data.run("insert into stand_in (id, court_id, absent_id, stand_in_id, role, from_on, to_on, reason, made_on)"
                + " select uuidv7(), a.court_id, a.id, s.id, 'president', '2022-12-01', '2022-12-02', '" + MARK
                + "', '2022-11-01' from person a join person s on s.court_id = a.court_id where a.username = 'president'"
                + " and s.username = 'judge-fast-2'");
        data.run("insert into trip (id, court_id, on_day, title, officers, made_by) select uuidv7(), s.court_id,"
                + " '2022-11-10', '" + FAST
                + "', array[p.id], p.id from task_slip s join person p on p.court_id = s.court_id"
                + " where p.username = 'police-affairs-1' and s.target = '" + FAST + "' limit 1;"
                + "insert into trip_stop (trip_id, court_id, on_day, position, slip_id) select t.id, t.court_id, t.on_day, 1,"
                + " (select id from task_slip where target = '" + FAST + "' limit 1) from trip t");
    }

    private Response post(String person, String path, Map<String, Object> body) {
        Response response = People.as(person)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(body)
                .post("/api/v1" + path);
        if (response.statusCode() >= 300) {
            failed.add(path + " by " + person + ": " + response.statusCode() + " " + response.asString());
        }
        return response;
    }
}
