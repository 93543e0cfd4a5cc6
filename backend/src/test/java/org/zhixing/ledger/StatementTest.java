package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.Registers;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.ImportWorker;
import org.zhixing.flow.StatementWorker;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** From the bank's statement to receipts, as the funds desk does it; today is 2022-11-01. */
@QuarkusTest
class StatementTest extends CourtTest {
    private static final String STATEMENTS = "/api/v1/statements";

    @Inject
    StatementWorker worker;

    @Inject
    ImportWorker registers;

    @Inject
    Docket docket;

    @Inject
    Leave leave;

    private static ValidatableResponse upload(Path file) {
        return People.as("funds")
                .multiPart("file", file.toFile())
                .post(STATEMENTS)
                .then();
    }

    private static ValidatableResponse get(String id) {
        return People.as("funds").get(STATEMENTS + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse rows(String id, String query) {
        return People.as("funds")
                .get(STATEMENTS + "/" + id + "/rows?limit=200&" + query)
                .then()
                .statusCode(200);
    }

    private String checked(Path file) {
        String id = upload(file).statusCode(201).extract().path("id");
        worker.work();
        get(id).body("failure", nullValue()).body("status", equalTo("PREVIEWED"));
        return id;
    }

    private void commit(String id) {
        People.as("funds").post(STATEMENTS + "/" + id + "/commit").then().statusCode(202);
        worker.work();
        get(id).body("failure", nullValue()).body("status", equalTo("DONE"));
    }

    private void register() {
        String id = People.as("triage")
                .multiPart(
                        "file", Registers.SAMPLES.resolve("register-2022.csv").toFile())
                .post("/api/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        registers.work();
        People.as("triage").post("/api/v1/imports/" + id + "/commit").then().statusCode(202);
        registers.work();
        assertThat(data.count("select count(*) from enforcement_case")).isEqualTo(240);
    }

    private BigDecimal sum(String sql) {
        return new BigDecimal(data.query(sql).get(0));
    }

    private String number(FileCases.Filed filed) {
        return filed.filed().row().number().text();
    }

    private FileCases.Filed filed() {
        return docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
    }

    /** The figures were counted from the two files by another program, which shares nothing with this one. */
    @Test
    void theSampleGoesWhereItMustAndASecondTimeChangesNothing() {
        register();
        Path sample = Registers.SAMPLES.resolve("statement-2022-10.csv");
        String id = checked(sample);
        get(id).body("total", equalTo(120))
                .body("mappingName", equalTo("通用格式"))
                .body("counts", equalTo(Map.of("NEW", 120, "SAME", 0, "CONFLICT", 0, "BAD", 0)))
                .body("ways.find { it.matched == 'REMARK' }.count", equalTo(87))
                .body("ways.find { it.matched == 'REMARK' }.amount", equalTo("2246147.84"))
                .body("ways.find { it.matched == 'SUSPENSE' }.count", equalTo(23))
                .body("ways.find { it.matched == 'SUSPENSE' }.amount", equalTo("525710.84"))
                .body("ways.find { it.matched == 'OUT' }.count", equalTo(10))
                .body("ways.find { it.matched == 'OUT' }.amount", equalTo("273584.74"))
                .body("ways.find { it.matched == 'VIRTUAL' }.count", equalTo(0))
                .body("gapCount", equalTo(0));
        rows(id, "matched=SUSPENSE")
                .body("items.findAll { it.why == 'NO_NUMBER' }", hasSize(18))
                .body("items.findAll { it.why == 'UNKNOWN_NUMBER' }", hasSize(5));
        assertThat(data.count("select count(*) from bank_line")).isZero();
        commit(id);
        get(id).body("committed", equalTo(120));
        assertBooked();

        String again = checked(sample);
        get(again).body("counts", equalTo(Map.of("NEW", 0, "SAME", 120, "CONFLICT", 0, "BAD", 0)));
        commit(again);
        get(again).body("committed", equalTo(0));
        assertBooked();
    }

    /** With dates as dates and sums as numbers, as a spreadsheet keeps them. */
    @Test
    void aWorkbookOfTheSampleGoesWhereTheFileGoesThatItWasMadeOf() throws IOException {
        register();
        Path sample = Registers.SAMPLES.resolve("statement-2022-10.csv");
        List<String[]> lines = Files.readAllLines(sample).stream()
                .map(line -> line.replace("\uFEFF", "").split(",", -1))
                .toList();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        Path workbook = Registers.workbook(sheet -> {
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i);
                for (int j = 0; j < cells.length; j++) {
                    if (i > 0 && j == 1) {
                        sheet.value(i, j, LocalDateTime.parse(cells[j], time));
                        sheet.style(i, j).format("yyyy-mm-dd hh:mm:ss").set();
                    } else if (i > 0 && !cells[j].isEmpty() && (j == 2 || j == 3 || j == 8)) {
                        sheet.value(i, j, new BigDecimal(cells[j]));
                    } else if (!cells[j].isEmpty()) {
                        sheet.value(i, j, cells[j]);
                    }
                }
            }
        });
        String id = checked(workbook);
        get(id).body("total", equalTo(120))
                .body("mappingName", equalTo("通用格式"))
                .body("counts", equalTo(Map.of("NEW", 120, "SAME", 0, "CONFLICT", 0, "BAD", 0)))
                .body("gapCount", equalTo(0));
        commit(id);
        assertBooked();
        // The file itself says nothing that the workbook did not: not one line differs in anything.
        get(checked(sample)).body("counts", equalTo(Map.of("NEW", 0, "SAME", 120, "CONFLICT", 0, "BAD", 0)));
    }

    private void assertBooked() {
        assertThat(data.count("select count(*) from bank_line")).isEqualTo(120);
        assertThat(data.count("select count(*) from receipt")).isEqualTo(87);
        assertThat(data.count("select count(distinct case_id) from receipt")).isEqualTo(71);
        assertThat(data.count("select count(*) from suspense_item")).isEqualTo(23);
        assertThat(data.count("select count(*) from node where code = 'DISBURSE' and subject_id is not null"
                        + " and responsible = 'FUNDS_DESK'"))
                .isEqualTo(87);
        assertThat(data.count("select count(*) from receipt r join node n on n.id = r.node_id and n.subject_id = r.id"
                        + " and n.start_on = r.received_on and n.case_id = r.case_id"))
                .isEqualTo(87);
        // The 9th is a Sunday that works: 9 to 14 October are six working days, 17 to 21 five, 24 to 27 four.
        assertThat(data.query("select distinct due_on from node where code = 'DISBURSE' and start_on = '2022-10-08'"))
                .containsExactly("2022-10-27");
        assertThat(data.query("select sum(money_in) from bank_line")).containsExactly("2771858.68");
        assertThat(sum("select sum(amount) from ledger_entry where side = 'DEBIT'"))
                .as("what the bank says came in is what was posted, to the fen")
                .isEqualByComparingTo("2771858.68");
        assertThat(data.query("select balance from ledger_account where kind = 'SUSPENSE' and court_id ="
                        + " (select id from court where code = '豫0505')"))
                .containsExactly("525710.84");
        assertThat(data.count("select count(*) from ledger_account_wrong")).isZero();
        assertThat(data.count("select count(*) from outbox where topic = 'money.received'"))
                .isEqualTo(87);
        assertThat(data.count("select count(*) from outbox where topic = 'suspense.new'"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from audit where action = 'receipt.booked'"))
                .isEqualTo(87);
    }

    @Test
    void readsCamtAndTellsWhenItDoesNotAddUp() throws IOException {
        register();
        Path sample = Registers.SAMPLES.resolve("statement-2022-10-camt053.xml");
        String id = checked(sample);
        get(id).body("mappingName", equalTo("ISO 20022 camt.053"))
                .body("counts.NEW", equalTo(5))
                .body("gapCount", equalTo(0));
        rows(id, "")
                .body("items.matched", contains("REMARK", "REMARK", "SUSPENSE", "SUSPENSE", "OUT"))
                .body("items.why", contains("CASE_NUMBER", "CASE_NUMBER", "NO_NUMBER", "SEVERAL_CASES", "MONEY_OUT"))
                .body("items[0].caseNumber", equalTo("(2022)豫0505执22号"))
                .body("items[2].values.AT", equalTo("2022-10-17T11:30"))
                .body("items[4].values.VALUE_ON", equalTo("2022-10-18"));
        commit(id);
        assertThat(sum("select sum(amount) from ledger_entry where side = 'DEBIT'"))
                .isEqualByComparingTo("27501.01");

        Path wrong = Files.createTempFile("camt", ".xml");
        Files.writeString(
                wrong,
                Files.readString(sample).replace(">8500.51<", ">8500.50<").replace("2022101700", "2022101800"));
        get(checked(wrong)).body("gapCount", equalTo(1)).body("gaps[0].difference", equalTo("0.01"));

        Path hostile = Files.createTempFile("camt", ".xml");
        Files.writeString(
                hostile,
                Files.readString(sample)
                        .replace(
                                "<Document",
                                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<Document"));
        upload(hostile)
                .statusCode(422)
                .body("code", equalTo("statement-file"))
                .body("detail", containsString("文档类型声明"));
    }

    @Test
    void goesByVirtualNumberFirst() {
        FileCases.Filed first = filed();
        FileCases.Filed second = filed();
        String virtual = data.query("select virtual_number from ledger_account where case_id = '"
                        + second.filed().id() + "'")
                .get(0);
        String id = checked(BankStatements.file(
                "S1,2022-10-31 10:00:00,5.00,,王某,62220001," + virtual + "," + number(first) + ",",
                "S2,2022-10-31 10:00:00,6.00,,王某,62220001,8050500009999999," + number(first) + ",",
                BankStatements.in("S3", "7.00", "王某", number(first) + "、" + number(second))));
        rows(id, "")
                .body("items.matched", contains("VIRTUAL", "REMARK", "SUSPENSE"))
                .body("items.caseNumber", contains(number(second), number(first), null))
                .body("items[2].why", equalTo("SEVERAL_CASES"));
    }

    @Test
    void aStatementMissingBetweenTwoIsReportedUntilItComes() {
        String first = checked(BankStatements.file(told("A1", "2022-10-03 09:00:00", "100.00", "1100.00")));
        get(first).body("gapCount", equalTo(0));
        commit(first);
        String third = checked(BankStatements.file(
                told("C1", "2022-10-05 09:00:00", "7.00", "1157.00"),
                told("C2", "2022-10-05 10:00:00", "3.00", "1160.00")));
        get(third)
                .body("gapCount", equalTo(1))
                .body("gaps[0].before", equalTo(true))
                .body("gaps[0].row", equalTo(1))
                .body("gaps[0].expected", equalTo("1107.00"))
                .body("gaps[0].found", equalTo("1157.00"))
                .body("gaps[0].difference", equalTo("50.00"));
        commit(third);
        get(third).body("gapCount", equalTo(1));
        People.as("funds")
                .get(STATEMENTS)
                .then()
                .body("items.find { it.id == '%s' }.gapCount".formatted(third), equalTo(1))
                .body("items.find { it.id == '%s' }.gapCount".formatted(first), equalTo(0));
        // The newest line first, as some banks write them.
        String second = checked(BankStatements.file(
                told("B2", "2022-10-04 10:00:00", "30.00", "1150.00"),
                told("B1", "2022-10-04 09:00:00", "20.00", "1120.00")));
        get(second).body("gapCount", equalTo(0));
        get(third).body("gapCount", equalTo(1));
        commit(second);
        get(third).body("gapCount", equalTo(0)).body("gaps", hasSize(0));
        get(first).body("gapCount", equalTo(0));
        // All of it once more, as one statement.
        get(checked(BankStatements.file(
                        told("A1", "2022-10-03 09:00:00", "100.00", "1100.00"),
                        told("B1", "2022-10-04 09:00:00", "20.00", "1120.00"))))
                .body("gapCount", equalTo(0));
    }

    private static String told(String serial, String at, String in, String balance) {
        return serial + "," + at + "," + in + ",,王某,6222000000001234,,款项," + balance;
    }

    @Test
    void reportsBadLinesConflictsAndGaps() {
        FileCases.Filed filed = filed();
        commit(checked(BankStatements.file(BankStatements.in("K1", "100.00", "王某", number(filed)))));
        String id = checked(BankStatements.file(
                BankStatements.in("K1", "101.00", "王某", number(filed)),
                BankStatements.in("K2", "1.005", "王某", "还款"),
                "K3,2022-10-31 10:00:00,5.00,,王某,,,还款,105.00",
                "K3,2022-10-31 10:00:00,5.00,,王某,,,还款,110.00",
                "K4,2022-10-31 10:00:00,5.00,,王某,,,还款,115.00",
                "K5,2022-10-31 10:00:00,5.00,,王某,,,还款,125.00",
                "合计,,,,,,,,"));
        get(id).body("counts", equalTo(Map.of("NEW", 3, "SAME", 0, "CONFLICT", 1, "BAD", 3)))
                .body("gapCount", equalTo(1))
                .body("gaps[0].row", equalTo(6))
                .body("gaps[0].expected", equalTo("120.00"))
                .body("gaps[0].found", equalTo("125.00"))
                .body("gaps[0].difference", equalTo("5.00"));
        rows(id, "outcome=CONFLICT")
                .body(
                        "items[0].conflicts",
                        contains(Map.of("column", "MONEY_IN", "stored", "100.00", "given", "101.00")));
        rows(id, "outcome=BAD")
                .body(
                        "items.errors.code.flatten()",
                        contains("AMOUNT_DECIMALS", "SERIAL_TWICE", "REQUIRED", "AMOUNT_NONE"));
        String csv =
                People.as("funds").get(STATEMENTS + "/" + id + "/errors.csv").asString();
        assertThat(csv.lines().toList()).hasSize(6).contains("2,收入金额,101.00,与已存流水不一致，库中为“100.00”。,K1");
        commit(id);
        assertThat(data.query("select serial || ' ' || money_in from bank_line order by serial"))
                .containsExactly("K1 100.00", "K3 5.00", "K4 5.00", "K5 5.00");
        assertThat(data.count("select count(*) from ledger_account_wrong")).isZero();
    }

    @Test
    void tellsTheExecutorAtOnceWithThePayersNameMasked() {
        FileCases.Filed filed = filed();
        commit(checked(BankStatements.file(BankStatements.in("N1", "30076.14", "王小明", number(filed)))));
        assertThat(data.query("select payload::text from outbox where topic = 'money.received'"))
                .singleElement()
                .asString()
                .contains("\"amount\": \"30076.14\"", "\"payer\": \"王某某\"", "\"due\": \"2022-11-21\"")
                .contains(filed.filed().executorId().toString());
        People.as("funds")
                .get("/api/v1/receipts?waiting=true")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].caseNumber", equalTo(number(filed)))
                .body("items[0].left", equalTo("30076.14"))
                .body("items[0].free", equalTo("30076.14"))
                .body("items[0].status", equalTo("WAITING"))
                .body("items[0].line.partyAccount", equalTo("************1234"))
                .body("items[0].clock.dueOn", equalTo("2022-11-21"))
                .body("items[0].clock.workdaysLeft", equalTo(14));
        People.as("president")
                .get("/api/v1/receipts?caseId=" + filed.filed().id())
                .then()
                .body("items[0].line.partyAccount", equalTo("************1234"));
        People.as("wenfeng-president")
                .get("/api/v1/receipts")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void moneyForAClosedCaseGoesToItsAccountAndBothHandlersAreTold() {
        FileCases.Filed filed = filed();
        data.run("update enforcement_case set status = 'CLOSED', closed_on = '2022-10-20', closure ="
                + " '{\"manner\": \"COMPLETED\", \"closedOn\": \"2022-10-20\"}' where id = '"
                + filed.filed().id() + "'");
        commit(checked(BankStatements.file(BankStatements.in("C1", "10.00", "王某", number(filed)))));
        assertThat(data.query("select balance from ledger_account where case_id = '"
                        + filed.filed().id() + "'"))
                .containsExactly("10.00");
        assertThat(data.query("select payload ->> 'people' from outbox where topic = 'money.received'"))
                .singleElement()
                .asString()
                .contains(
                        filed.filed().executorId().toString(),
                        filed.filed().judgeId().toString());
    }

    @Test
    void aDeferralOfTheCaseKeepsANewReceiptWaiting() {
        FileCases.Filed filed = filed();
        leave.suspend(filed.filed().id().toString(), "PAYEE_NOT_COLLECTED", "2022-10-25", null);
        commit(checked(BankStatements.file(BankStatements.in("D1", "10.00", "王某", number(filed)))));
        assertThat(data.query("select due_on from node where code = 'DISBURSE'"))
                .containsExactly("9999-12-31");
    }

    @Test
    void readsGb18030AndRefusesWhatNoMappingKnows() throws IOException {
        FileCases.Filed filed = filed();
        Path gb = BankStatements.file(
                Charset.forName("GB18030"), List.of(BankStatements.in("G1", "1.00", "王某", number(filed))));
        rows(checked(gb), "").body("items[0].matched", equalTo("REMARK"));
        upload(Registers.SAMPLES.resolve("register-2022.csv"))
                .statusCode(422)
                .body("code", equalTo("statement-file"))
                .body("detail", containsString("没有与这个文件表头相符"));
    }

    @Test
    void theAdministratorAddsAMappingAndTheFileIsKnownByIt() throws IOException {
        Map<String, Object> wish = Map.of(
                "name",
                "某行网银",
                "format",
                "TABLE",
                "columns",
                Map.of(
                        "SERIAL",
                        "交易流水",
                        "AT",
                        "记账日期",
                        "TIME",
                        "记账时间",
                        "AMOUNT",
                        "交易金额",
                        "DIRECTION",
                        "借贷",
                        "REMARK",
                        "附言"),
                "inWords",
                List.of("贷"),
                "active",
                true);
        String id = Leave.json("admin")
                .body(wish)
                .post("/api/v1/statement-mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try {
            FileCases.Filed filed = filed();
            Path file = Files.createTempFile("bank", ".csv");
            Files.writeString(
                    file,
                    "账户明细查询\n账号:4105***\n交易流水,记账日期,记账时间,借贷,交易金额,附言\n" + "B1,20221031,101500,贷,\"1,234.50\","
                            + number(filed) + "\nB2,20221031,101600,借,20,手续费\n");
            String statement = checked(file);
            get(statement).body("mappingId", equalTo(id)).body("counts.NEW", equalTo(2));
            rows(statement, "")
                    .body("items.matched", contains("REMARK", "OUT"))
                    .body("items[0].values.AT", equalTo("2022-10-31T10:15"))
                    .body("items[0].values.MONEY_IN", equalTo("1234.50"));
            Map<String, Object> renamed = new java.util.HashMap<>(wish);
            renamed.put("name", "某行新网银");
            renamed.put("inWords", List.of("贷", "贷方"));
            Leave.json("admin")
                    .header("If-Match", "\"1\"")
                    .body(renamed)
                    .put("/api/v1/statement-mappings/" + id)
                    .then()
                    .statusCode(200);
            assertThat(data.query("select detail -> 'changes' from audit where action = 'mapping.changed'"))
                    .containsExactly("{\"name\":{\"old\":\"某行网银\",\"new\":\"某行新网银\"},"
                            + "\"inWords\":{\"old\":\"贷\",\"new\":\"贷、贷方\"}}");
            Leave.json("admin")
                    .header("If-Match", "\"7\"")
                    .body(wish)
                    .put("/api/v1/statement-mappings/" + id)
                    .then()
                    .statusCode(412);
            Leave.json("admin")
                    .body(renamed)
                    .post("/api/v1/statement-mappings")
                    .then()
                    .statusCode(409);
            // Whose answer got lost sends the same once more: it is known, though the version has moved on.
            for (int i = 0; i < 2; i++) {
                changing(id, "m1", wish).statusCode(200).header("ETag", "\"3\"");
            }
            Map<String, Object> other = new HashMap<>(wish);
            other.put("active", false);
            changing(id, "m1", other).statusCode(422).body("code", equalTo("idempotency-key-reused"));
            assertThat(data.count("select count(*) from audit where action = 'mapping.changed' and subject_id = '" + id
                            + "'"))
                    .isEqualTo(2);
        } finally {
            data.run("truncate statement_import cascade; delete from statement_mapping where id = '" + id + "'");
        }
    }

    private static ValidatableResponse changing(String mapping, String key, Object wish) {
        return Leave.json("admin")
                .header("If-Match", "\"2\"")
                .header("Idempotency-Key", key)
                .body(wish)
                .put("/api/v1/statement-mappings/" + mapping)
                .then();
    }

    @Test
    void aCommitUnderOneKeyIsThatStatementsAlone() {
        FileCases.Filed filed = filed();
        String first = checked(BankStatements.file(BankStatements.in("K1", "10.00", "王某", number(filed))));
        String second = checked(BankStatements.file(BankStatements.in("K2", "20.00", "王某", number(filed))));
        for (int i = 0; i < 2; i++) {
            committing(first, "c1").statusCode(202).body("id", equalTo(first));
        }
        committing(second, "c1").statusCode(422).body("code", equalTo("idempotency-key-reused"));
        get(second).body("status", equalTo("PREVIEWED"));
    }

    private static ValidatableResponse committing(String statement, String key) {
        return People.as("funds")
                .header("Idempotency-Key", key)
                .post(STATEMENTS + "/" + statement + "/commit")
                .then();
    }

    @Test
    void aMoveOfTheCaseLeavesWhatItsMoneyIsOwed() {
        FileCases.Filed filed = filed();
        commit(checked(BankStatements.file(BankStatements.in("M1", "10.00", "王某", number(filed)))));
        Leave.json("triage")
                .header("If-Match", "\"1\"")
                .body(Map.of("team", "ORDINARY", "reason", "需要拍卖"))
                .post("/api/v1/cases/" + filed.filed().id() + "/team")
                .then()
                .statusCode(200);
        assertThat(data.count("select count(*) from node where code = 'DISBURSE' and cancelled_on is null"))
                .isEqualTo(1);
    }
}
