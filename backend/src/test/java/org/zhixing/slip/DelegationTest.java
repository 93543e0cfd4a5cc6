package org.zhixing.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhixing.slip.SlipDesk.EXECUTOR;
import static org.zhixing.slip.SlipDesk.JUDGE;
import static org.zhixing.slip.SlipDesk.LEADER;
import static org.zhixing.slip.SlipDesk.OFFICER;
import static org.zhixing.slip.SlipDesk.POLICE;
import static org.zhixing.slip.SlipDesk.act;
import static org.zhixing.slip.SlipDesk.assign;
import static org.zhixing.slip.SlipDesk.get;
import static org.zhixing.slip.SlipDesk.listed;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** 委托与受托: letters to and from other courts, and the clock that the reply stops. */
@QuarkusTest
class DelegationTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);
    private static final String THEIRS = "洛阳市涧西区人民法院";

    @Inject
    Docket docket;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private String caseId = "";

    @BeforeEach
    void file() {
        FileCases.Filed filed = docket.fileOne(Docket.fast(FILED));
        caseId = filed.filed().id().toString();
        for (String who : List.of(JUDGE, EXECUTOR, OFFICER, POLICE)) {
            ids.put(
                    who,
                    data.query("select id from person where username = '" + who + "'")
                            .get(0));
        }
        data.run("update enforcement_case set judge_id = '" + ids.get(JUDGE) + "', executor_id = '" + ids.get(EXECUTOR)
                + "' where id = '" + caseId + "'");
    }

    @Test
    void goesOutByLetterAndEndsWithTheReplyToIt() {
        ask(Map.of()).then().statusCode(400).body("errors.field", contains("otherCourt"));
        String slip = ask(Map.of("otherCourt", THEIRS))
                .then()
                .statusCode(201)
                .body("slips[0].delegation.otherCourt", equalTo(THEIRS))
                .body("slips[0].delegation.letterNumber", nullValue())
                .extract()
                .path("slips[0].id");
        act(JUDGE, slip, "signature", Map.of()).then().statusCode(200);
        act(LEADER, slip, "receipt", Map.of()).then().statusCode(422).body("code", equalTo("delegation-no-letter"));
        letter(LEADER, slip, "letter", "2022-11-02", null).then().statusCode(400);
        letter("leader-fast", slip, "letter", "2022-11-01", null).then().statusCode(403);
        letter(LEADER, slip, "letter", "2022-11-01", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("dueOn", equalTo("2022-12-01"))
                .body("next.act", contains("HAND_IN", "CANCEL"))
                .body("next.find { it.act == 'CANCEL' }.why", equalTo("由该案承办法官、执行员取消。"));
        assertThat(data.query("select code from node where open and subject_id = '" + slip + "'"))
                .containsExactly("DELEGATION");
        assertThat(listed(LEADER, "way=OUT&mine=true")).containsExactly(slip);
        letter(LEADER, slip, "reply", "2022-11-01", null).then().statusCode(400).body("errors.field", contains("text"));
        letter(LEADER, slip, "reply", "2022-11-01", "已代为送达")
                .then()
                .statusCode(422)
                .body("code", equalTo("delegation-no-evidence"))
                .body("clause", equalTo("一(四)5"));
        reply(slip, "2022-11-01", "已代为送达")
                .then()
                .statusCode(200)
                .body("state", equalTo("RESULT_IN"))
                .body("delegation.replyOn", equalTo("2022-11-01"))
                .body("evidence.title", contains("回函 （2022）函1号"));
        assertThat(data.query("select done_on from node where subject_id = '" + slip + "'"))
                .containsExactly("2022-11-01");
        act(EXECUTOR, slip, "return", Map.of("text", "未附送达回证"))
                .then()
                .statusCode(200)
                .body("delegation.replyOn", nullValue())
                .body("dueOn", equalTo("2022-12-01"));
        assertThat(data.query("select open from node where subject_id = '" + slip + "'"))
                .containsExactly("t");
        reply(slip, "2022-11-01", "补寄送达回证").then().statusCode(200).body("evidence.title", hasSize(2));
        act(JUDGE, slip, "acceptance", Map.of()).then().statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void comesInByLetterAndEndsWithOurReply() {
        receive("executor-affairs-1", "2022-10-20").then().statusCode(403);
        receive("leader-fast", "2022-10-20").then().statusCode(403).body("code", equalTo("delegation-not-yours"));
        receive(LEADER, "2022-11-02").then().statusCode(400);
        String slip = receive(LEADER, "2022-10-20")
                .then()
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .body("delegation.way", equalTo("IN"))
                .body("dueOn", equalTo("2022-11-21"))
                .body("nodeId", notNullValue())
                .extract()
                .path("id");
        assertThat(listed(LEADER, "way=IN")).containsExactly(slip);
        assertThat(listed("wenfeng-president", "way=IN")).isEmpty();
        assign(slip, ids).then().statusCode(200);
        act(OFFICER, slip, "result", Map.of("text", "已查询不动产"))
                .then()
                .statusCode(200)
                .body("may", empty());
        assertThat(data.query("select open from node where subject_id = '" + slip + "'"))
                .containsExactly("t");
        act(JUDGE, slip, "acceptance", Map.of()).then().statusCode(403);
        assertThat(listed(LEADER, "way=IN&mine=true")).containsExactly(slip);
        act(LEADER, slip, "return", Map.of("text", "结果不全")).then().statusCode(200);
        act(OFFICER, slip, "result", Map.of("text", "已补查")).then().statusCode(200);
        reply(slip, "2022-10-19", null).then().statusCode(400);
        letter(LEADER, slip, "reply", "2022-11-01", null)
                .then()
                .statusCode(422)
                .body("code", equalTo("delegation-no-evidence"));
        reply(slip, "2022-11-01", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("delegation.replyNumber", equalTo("（2022）函1号"));
        assertThat(data.query("select done_on from node where subject_id = '" + slip + "'"))
                .containsExactly("2022-11-01");
        assertThat(data.query("select act from task_slip_step where slip_id = '" + slip + "' order by version"))
                .containsExactly("ASK", "RECEIVE", "ASSIGN", "HAND_IN", "RETURN", "HAND_IN", "ACCEPT");
        assertThat(data.query("select action from audit where subject_id = '" + slip + "'"))
                .hasSize(7)
                .contains("task-slip.receive");
    }

    @Test
    void isUnansweredWhenTheAnswerIsTakenOutOfTheVolume() {
        String out = ask(Map.of("otherCourt", THEIRS))
                .then()
                .statusCode(201)
                .extract()
                .path("slips[0].id");
        act(JUDGE, out, "signature", Map.of()).then().statusCode(200);
        letter(LEADER, out, "letter", "2022-11-01", null).then().statusCode(200);
        remove(reply(out, "2022-11-01", "已代为送达").path("evidence[0].itemId"));
        get(LEADER, out)
                .then()
                .body("state", equalTo("RECEIVED"))
                .body("result", nullValue())
                .body("delegation.replyNumber", nullValue())
                .body("evidence", empty())
                .body("dueOn", equalTo("2022-12-01"));
        reply(out, "2022-11-01", "已代为送达").then().statusCode(200);
        act(JUDGE, out, "acceptance", Map.of()).then().statusCode(200);

        String in =
                receive(LEADER, "2022-10-20").then().statusCode(201).extract().path("id");
        assign(in, ids).then().statusCode(200);
        act(OFFICER, in, "result", Map.of("text", "已查询不动产")).then().statusCode(200);
        remove(reply(in, "2022-11-01", null).path("evidence[0].itemId"));
        get(LEADER, in)
                .then()
                .body("state", equalTo("RESULT_IN"))
                .body("result", equalTo("已查询不动产"))
                .body("delegation.replyNumber", nullValue());
        assertThat(data.query("select open from node where subject_id = '" + in + "'"))
                .containsExactly("t");
        reply(in, "2022-11-01", null).then().statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void isAnsweredOnceHoweverOftenItIsSent() {
        String slip =
                receive(LEADER, "2022-10-20").then().statusCode(201).extract().path("id");
        assign(slip, ids).then().statusCode(200);
        act(OFFICER, slip, "result", Map.of("text", "已查询不动产")).then().statusCode(200);
        int version = SlipDesk.version(slip);
        Map<String, Object> body = body("2022-11-01", null);
        body.put("uploadId", Uploaded.by(LEADER, "reply.pdf", Papers.pdf(1)));
        for (int i = 0; i < 2; i++) {
            People.as(LEADER)
                    .header("If-Match", "\"" + version + "\"")
                    .header("Idempotency-Key", "reply")
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1/delegations/" + slip + "/reply")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ACCEPTED"))
                    .body("evidence.title", hasSize(1));
        }
        assertThat(data.query(
                        "select action from audit where action in ('node.done', 'dossier.filed') order by action"))
                .containsExactly("dossier.filed", "node.done");
        body.put("uploadId", Uploaded.by(LEADER, "other.pdf", Papers.pdf(2)));
        People.as(LEADER)
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", "reply")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/delegations/" + slip + "/reply")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    private static void remove(String item) {
        People.as(EXECUTOR)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("reason", "不是该函"))
                .post("/api/v1/dossier-items/" + item + "/removal")
                .then()
                .statusCode(200);
    }

    @Test
    void aSlipOfOursHasNoLetters() {
        String slip = SlipDesk.ask(EXECUTOR, "SEIZURE", List.of(caseId), "no-letters")
                .then()
                .statusCode(201)
                .body("slips[0].delegation", nullValue())
                .body("slips[0].next.act", hasItem("SIGN"))
                .extract()
                .path("slips[0].id");
        act(JUDGE, slip, "signature", Map.of()).then().statusCode(200);
        letter(LEADER, slip, "reply", "2022-11-01", "结果").then().statusCode(409);
        get(JUDGE, slip).then().body("state", equalTo("SIGNED"));
    }

    private Response ask(Map<String, String> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("caseIds", List.of(caseId));
        body.put("kind", "DELEGATION_OUT");
        body.put("target", "代为送达执行通知书");
        return People.as(EXECUTOR).contentType("application/json").body(body).post(SlipDesk.SLIPS);
    }

    private Response receive(String person, String on) {
        return People.as(person)
                .contentType("application/json")
                .body(Map.of(
                        "caseId",
                        caseId,
                        "otherCourt",
                        THEIRS,
                        "letterNumber",
                        "（2022）豫0305执委1号",
                        "letterOn",
                        on,
                        "target",
                        "查询被执行人名下不动产"))
                .post("/api/v1/delegations");
    }

    private static Response letter(String person, String slip, String what, String on, String text) {
        return send(person, slip, what, body(on, text));
    }

    /** With its file. */
    private static Response reply(String slip, String on, String text) {
        Map<String, Object> body = body(on, text);
        body.put("uploadId", Uploaded.by(LEADER, "reply.pdf", Papers.pdf(1)));
        return send(LEADER, slip, "reply", body);
    }

    private static Map<String, Object> body(String on, String text) {
        Map<String, Object> body = new HashMap<>();
        body.put("letterNumber", "（2022）函1号");
        body.put("letterOn", on);
        if (text != null) {
            body.put("text", text);
        }
        return body;
    }

    private static Response send(String person, String slip, String what, Map<String, Object> body) {
        return People.as(person)
                .header("If-Match", "\"" + SlipDesk.version(slip) + "\"")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/delegations/" + slip + "/" + what);
    }
}
