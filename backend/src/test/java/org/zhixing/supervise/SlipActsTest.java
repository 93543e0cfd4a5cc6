package org.zhixing.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 督办: issued, answered with evidence, sent back, confirmed or withdrawn; each step once, on the timeline, and told. */
@QuarkusTest
class SlipActsTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);

    @Inject
    Docket docket;

    private FileCases.Filed filed;
    private UUID interview;

    @BeforeEach
    void file() {
        filed = docket.fileOne(Docket.fast(FILED));
        interview = Docket.node(filed, NodeCode.FIRST_INTERVIEW).id();
        data.run("delete from outbox");
    }

    @Test
    void goesFromTheDemandToTheConfirmation() {
        Response issued = Urging.urge("node-control", "2022-11-03", interview);
        issued.then()
                .statusCode(201)
                .body("skipped", empty())
                .body("issued", hasSize(1))
                .body("issued[0].number", equalTo("督办〔2022〕1号"))
                .body("issued[0].status", equalTo("ISSUED"))
                .body("issued[0].node.state", equalTo("OVERDUE"))
                .body("issued[0].allowed", contains("WITHDRAW"));
        String slip = issued.path("issued[0].id");
        Urging.get("executor-fast-1", slip)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("allowed", contains("ANSWER"));
        Urging.answerWithFile("executor-fast-1", slip, 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("ANSWERED"))
                .body("answers[0].answeredBy.name", equalTo("赵某"))
                .body("answers[0].daysLate", equalTo(0))
                .body("answers[0].evidence.name", equalTo("约谈笔录.pdf"))
                .body("answers[0].evidence.size", equalTo(Urging.PAPER.length));
        Urging.get("node-control", slip).then().body("allowed", containsInAnyOrder("CONFIRM", "RETURN", "WITHDRAW"));
        Urging.confirm(slip, 2)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("answers[0].decision", equalTo("CONFIRMED"))
                .body("allowed", empty());
        assertThat(timeline()).startsWith("节点管控确认督办〔2022〕1号的答复", "答复督办〔2022〕1号（节点“首次约谈”）：已约谈被执行人，笔录附后");
        assertThat(timeline().get(2)).contains("节点管控发出督办〔2022〕1号", "首次约谈", "2022-11-03", "请说明原因");
        assertThat(told()).containsExactly("slip.answered", "slip.confirmed", "slip.issued");
    }

    @Test
    void takesNoFileThatIsNotWhatItSays() {
        String slip = Urging.issued(interview, "2022-11-03");
        Urging.answerWithFile("executor-fast-1", slip, 1, "约谈笔录.pdf", "%PDF-1.4 笔录".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("file-corrupt"));
        Urging.get("executor-fast-1", slip).then().body("status", equalTo("ISSUED"));
        assertThat(data.count("select count(*) from stored_file")).isZero();
    }

    @Test
    void anAnswerSentBackIsGivenAgainAndBothAreKept() {
        String slip = Urging.issued(interview, "2022-11-03");
        Urging.answer("executor-fast-1", slip, 1).then().statusCode(200);
        Urging.sendBack(slip, 2, "2022-11-07")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("answerDue", equalTo("2022-11-07"))
                .body("answers[0].decisionReason", equalTo("未见约谈笔录"));
        Urging.answerWithFile("executor-fast-1", slip, 3)
                .then()
                .statusCode(200)
                .body("answers.round", contains(1, 2))
                .body("answers[0].evidence", nullValue())
                .body("answers[0].answerDue", equalTo("2022-11-03"))
                .body("answers[1].answerDue", equalTo("2022-11-07"));
        Urging.confirm(slip, 4).then().statusCode(200);
        assertThat(told())
                .containsExactly("slip.answered", "slip.answered", "slip.confirmed", "slip.issued", "slip.returned");
    }

    @Test
    void evidenceIsServedToWhoeverSeesTheSlipAndToNobodyElse() {
        String slip = Urging.issued(interview, "2022-11-03");
        String file = Urging.answerWithFile("executor-fast-1", slip, 1).path("answers[0].evidence.fileId");
        for (String reader : List.of("node-control", "executor-fast-1", "leader-fast", "auditor")) {
            byte[] got = People.as(reader)
                    .get("/api/v1/files/" + file)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(got).isEqualTo(Urging.PAPER);
        }
        for (String stranger : List.of("judge-ordinary-1", "wenfeng-executor", "wenfeng-president")) {
            People.as(stranger).get("/api/v1/files/" + file).then().statusCode(404);
        }
        assertThat(data.query("select detail ->> 'sha256' from audit where action = 'slip.answered'"))
                .isEqualTo(data.query("select sha256 from stored_file"));
    }

    @Test
    void passesOverEndedNodesAndThoseUnderASlipAndSaysSo() {
        Urging.issued(interview, "2022-11-03");
        UUID query = Docket.node(filed, NodeCode.OFFLINE_ASSET_QUERY).id();
        UUID closing = Docket.node(filed, NodeCode.CLOSE_FAST).id();
        data.run("update node set done_on = '2022-11-01' where id = '" + query + "'");
        Urging.urge("node-control", "2022-11-03", interview, query, closing)
                .then()
                .statusCode(201)
                .body("issued.node.code", contains("CLOSE_FAST"))
                .body("issued.number", contains("督办〔2022〕2号"))
                .body("skipped.why", containsInAnyOrder("OPEN_SLIP", "ENDED"));
        Urging.urge("node-control", "2022-11-03", interview, query)
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-urge"))
                .body("clause", equalTo("二(四)"));
        assertThat(data.count("select last from supervision_serial")).isEqualTo(2);
    }

    @Test
    void settledItMakesRoomForAnotherSlip() {
        String slip = Urging.issued(interview, "2022-11-03");
        Urging.withdraw(slip, 1)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.reason", equalTo("已另行处理"));
        Urging.answer("executor-fast-1", slip, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("slip-not-awaiting"))
                .body("clause", equalTo("二(四)"));
        Urging.withdraw(slip, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("slip-settled"))
                .body("clause", equalTo("二(四)"));
        Urging.urge("node-control", "2022-11-03", interview)
                .then()
                .statusCode(201)
                .body("issued[0].number", equalTo("督办〔2022〕2号"));
    }

    @Test
    void aRectifiedNodesSlipIsStillAnswered() {
        String slip = Urging.issued(interview, "2022-11-03");
        data.run("update node set done_on = '2022-11-01' where id = '" + interview + "'");
        Urging.get("node-control", slip)
                .then()
                .body("status", equalTo("ISSUED"))
                .body("node.state", equalTo("DONE_LATE"));
        Urging.answer("executor-fast-1", slip, 1).then().statusCode(200);
    }

    @Test
    void aLateAnswerIsTakenAndStaysLate() {
        String slip = Urging.issued(interview, "2022-11-01");
        data.run("update supervision_slip set answer_due = '2022-10-28'");
        Urging.get("executor-fast-1", slip).then().body("daysLate", equalTo(4));
        assertThat(Urging.listed("node-control", "late=true")).containsExactly(slip);
        Urging.answer("executor-fast-1", slip, 1)
                .then()
                .statusCode(200)
                .body("daysLate", nullValue())
                .body("answers[0].daysLate", equalTo(4));
        assertThat(Urging.listed("node-control", "late=true")).isEmpty();
    }

    @Test
    void ofTwoAnswersAtOnceOneIsTaken() {
        UUID query = Docket.node(filed, NodeCode.OFFLINE_ASSET_QUERY).id();
        String slip = Urging.issued(query, "2022-11-03");
        List<CompletableFuture<Integer>> answers = Stream.of(
                        "executor-affairs-1", "executor-affairs-2", "leader-affairs", "police-affairs-1")
                .map(by -> CompletableFuture.supplyAsync(
                        () -> Urging.answerWithFile(by, slip, 1).statusCode()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(data.count("select count(*) from supervision_answer")).isOne();
        assertThat(data.count("select count(*) from stored_file")).isOne();
        assertThat(data.count("select count(*) from audit where action = 'slip.answered'"))
                .isOne();
    }

    @Test
    void numbersRunWithoutGapsThoughManyIssueAtOnceAndSomeAreRefused() {
        RegisterRow[] rows =
                IntStream.range(0, 24).mapToObj(i -> Docket.fast(FILED)).toArray(RegisterRow[]::new);
        List<UUID> nodes = docket.file(rows).stream()
                .map(one -> Docket.node(one, NodeCode.FIRST_INTERVIEW).id())
                .toList();
        List<CompletableFuture<Integer>> urges = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    // Every third one names a node that is not there: nothing of it may stay, not even a number.
                    UUID second = i % 3 == 0 ? new UUID(0, i) : nodes.get(i);
                    return Urging.urge("node-control", "2022-11-03", nodes.get(i), second)
                            .statusCode();
                }))
                .toList();
        assertThat(urges.stream().map(CompletableFuture::join).filter(status -> status == 201))
                .hasSize(16);
        assertThat(data.query("select serial from supervision_slip order by serial"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 16).mapToObj(String::valueOf).toList());
    }

    @Test
    void aRepeatedRequestIssuesOnce() {
        String first =
                Urging.urge("node-control", "2022-11-03", "k1", interview).asString();
        Response again = Urging.urge("node-control", "2022-11-03", "k1", interview);
        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first);
        Urging.urge("node-control", "2022-11-04", "k1", interview).then().statusCode(422);
        assertThat(data.count("select count(*) from supervision_slip")).isOne();
    }

    @Test
    void refusesADayThatIsPastOrAnotherYears() {
        Urging.urge("node-control", "2022-10-31", interview)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("answerDue"))
                .body("errors[0].message", containsString("2022-11-01"));
        Urging.urge("node-control", "2032-11-03", interview).then().statusCode(400);
        String slip = Urging.issued(interview, "2022-11-01");
        Urging.answer("executor-fast-1", slip, 1).then().statusCode(200);
        Urging.sendBack(slip, 2, "2022-10-31").then().statusCode(400);
    }

    @Test
    void wantsTheVersionThatWasSeen() {
        String slip = Urging.issued(interview, "2022-11-03");
        Urging.answer("executor-fast-1", slip, 7).then().statusCode(412).body("current", equalTo(1));
        Urging.answer("executor-fast-1", slip, 1).then().statusCode(200);
        Urging.confirm(slip, 1).then().statusCode(412);
        People.as("node-control")
                .post(Urging.SLIPS + "/" + slip + "/confirmation")
                .then()
                .statusCode(428);
        Urging.confirm(slip, 2).then().statusCode(200);
        Urging.confirm(slip, 3)
                .then()
                .statusCode(409)
                .body("code", equalTo("slip-not-answered"))
                .body("clause", equalTo("二(四)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"judge-fast-1", "executor-fast-2", "leader-fast", "executor-affairs-1", "triage"})
    void isAnsweredByNobodyButTheAddressee(String person) {
        String slip = Urging.issued(interview, "2022-11-03");
        Urging.answer(person, slip, 1).then().statusCode(403).body("code", equalTo("slip-not-yours"));
        // Told before the file is looked at: what is wrong with it is nobody else's to know.
        Urging.answerWithFile(person, slip, 1, "回复.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(403)
                .body("code", equalTo("slip-not-yours"));
    }

    @Test
    void anotherCourtsNodesAreNotThere() {
        UUID theirs = Docket.node(
                        docket.fileOne(Docket.row(Docket.WENFENG, "执", FILED, "60000.00")), NodeCode.FIRST_INTERVIEW)
                .id();
        Urging.urge("node-control", "2022-11-03", interview, theirs).then().statusCode(404);
        assertThat(data.count("select count(*) from supervision_slip")).isZero();
    }

    private List<String> timeline() {
        return People.as("judge-fast-1")
                .get("/api/v1/cases/" + filed.nodes().get(0).caseId() + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .path("items.text");
    }

    private List<String> told() {
        return data.query("select topic from outbox where channel = 'INBOX' and topic like 'slip.%' order by topic");
    }
}
