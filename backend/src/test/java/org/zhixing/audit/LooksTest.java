package org.zhixing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.StatementWorker;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** Every look at money and papers, and every list taken away, is on the trail; today is 2022-11-01. */
@QuarkusTest
class LooksTest extends CourtTest {
    @Inject
    Docket docket;

    @Inject
    Coffers coffers;

    @Inject
    StatementWorker worker;

    private String file() {
        return docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)))
                .filed()
                .id()
                .toString();
    }

    private List<String> rows(String action) {
        return data.query("select coalesce(a.case_id::text, '-') || ' ' || coalesce(p.username, '-') from audit a"
                + " left join person p on p.id = a.actor_id where a.action = '" + action + "' order by a.seq");
    }

    private String detail(String action, String field) {
        return data.query("select detail ->> '" + field + "' from audit where action = '" + action + "'")
                .get(0);
    }

    /** With why the bank's line went there, as the import of a statement leaves it. */
    private void arrive(String of, String amount, LocalDate on) {
        coffers.arrive(of, amount, on);
        data.run("update bank_line set why = 'VIRTUAL_NUMBER' where why is null");
    }

    private static void see(String who, String path) {
        People.as(who).get("/api/v1/" + path).then().statusCode(200);
    }

    @Test
    void aPapersPdfIsOneLookOfEachPersonHoweverManyRangesOfItAreFetched() {
        String of = file();
        String paper = People.as("executor-fast-1")
                .contentType("application/json")
                .body(Map.of("kind", "ENFORCEMENT_NOTICE", "addressee", "李某某", "fields", Map.of()))
                .post("/api/v1/cases/" + of + "/papers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String pdf = "papers/" + paper + "/pdf";
        see("judge-fast-1", pdf);
        see("judge-fast-1", pdf);
        People.as("judge-fast-1")
                .header("Range", "bytes=0-99")
                .get("/api/v1/" + pdf)
                .then()
                .statusCode(206);
        People.as("judge-ordinary-1").get("/api/v1/" + pdf).then().statusCode(404);
        see("president", pdf);
        assertThat(rows("paper.looked")).containsExactly(of + " judge-fast-1", of + " president");
        assertThat(detail("paper.looked", "paper")).isEqualTo("执行通知书");
        anHourLater();
        see("judge-fast-1", pdf);
        assertThat(rows("paper.looked")).hasSize(3);
        People.as("auditor")
                .get("/api/v1/audit?action=paper.looked&caseId=" + of)
                .then()
                .body("items.text", hasItem("查看文书：执行通知书"));
        People.as("president")
                .get("/api/v1/cases/" + of + "/timeline")
                .then()
                .body("items.action", hasItem("paper.drafted"))
                .body("items.action", not(hasItem("paper.looked")));
    }

    /** The page asks for the entries and for the chart at the same time. */
    @Test
    void aCasesAccountIsOneLookAndItsCardIsTakenEachTime() throws Exception {
        String of = file();
        arrive(of, "600.00", LocalDate.of(2022, 10, 31));
        String account = "/api/v1/cases/" + of + "/account/";
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> asked = new ArrayList<>();
        for (String part : List.of("entries", "series", "entries", "series", "entries", "series")) {
            asked.add(() -> People.as("funds").get(account + part).statusCode());
        }
        for (Future<Integer> answer : pool.invokeAll(asked)) {
            assertThat(answer.get()).isEqualTo(200);
        }
        pool.shutdown();
        assertThat(rows("account.looked")).containsExactly(of + " funds");
        People.as("judge-fast-1").get(account + "card.pdf").then().statusCode(200);
        People.as("judge-fast-1").get(account + "card.xlsx").then().statusCode(200);
        assertThat(rows("account.exported")).containsExactly(of + " judge-fast-1", of + " judge-fast-1");
        People.as("president")
                .get("/api/v1/cases/" + of + "/timeline")
                .then()
                .body("items.action", hasItems("account.exported"))
                .body("items.action", not(hasItem("account.looked")));
    }

    @Test
    void aListOfMoneyIsOneLookOfAPersonAndAnHourWithWhatWasAsked() {
        String of = file();
        see("funds", "receipts");
        assertThat(rows("receipt.looked")).as("nothing was there to see").isEmpty();
        arrive(of, "600.00", LocalDate.of(2022, 10, 31));
        see("funds", "receipts?waiting=true&limit=5");
        see("funds", "receipts");
        see("director", "receipts");
        see("funds", "receipts?caseId=" + of);
        see("funds", "receipts?caseId=" + of);
        assertThat(rows("receipt.looked")).containsExactly("- funds", "- director", of + " funds");
        assertThat(detail("receipt.looked", "filter")).isEqualTo("waiting=true");
        anHourLater();
        see("funds", "receipts");
        assertThat(rows("receipt.looked")).hasSize(4);
    }

    @Test
    void disbursementsPayeesAndBatchesAreLookedAt() {
        String of = file();
        arrive(of, "600.00", LocalDate.of(2022, 10, 31));
        String payee = coffers.confirmed(of, "APPLICANT", "王某");
        String id = coffers.approved(of, payee, "600.00");
        String batch = coffers.order(id);
        data.run("alter table audit disable trigger user; delete from audit where action like '%.looked';"
                + " alter table audit enable trigger user");
        see("auditor", "disbursements?status=PAID&status=ORDERED");
        see("auditor", "disbursements/" + id);
        see("auditor", "disbursements/" + id);
        see("auditor", "cases/" + of + "/payees");
        see("auditor", "payment-batches");
        see("auditor", "payment-batches/" + batch);
        assertThat(rows("disbursement.looked")).containsExactly("- auditor", of + " auditor");
        assertThat(detail("disbursement.looked", "filter")).isEqualTo("status=PAID&status=ORDERED");
        assertThat(rows("payee.looked")).containsExactly(of + " auditor");
        assertThat(data.query(
                        "select detail ->> 'filter' from audit where action = 'payment-batch.looked' order by seq"))
                .hasSize(2)
                .startsWith("ALL");
        People.as("auditor")
                .get("/api/v1/audit?action=payment-batch.looked")
                .then()
                .body("items.text", hasItem("查看付款批次：全部"));
    }

    @Test
    void theBanksLinesAreLookedAtAndAStatementsErrorsAreTaken() {
        String id = BankStatements.booked(worker, BankStatements.in("A1", "500.00", "李某某", "还款"));
        see("director", "statements/" + id + "/rows");
        see("director", "statements/" + id + "/rows?limit=1");
        see("director", "statements/" + id + "/errors.csv");
        see("director", "bank-lines?direction=IN");
        see("director", "suspense");
        for (String action : List.of("statement.looked", "statement.exported", "bank-line.looked", "suspense.looked")) {
            assertThat(rows(action)).as(action).containsExactly("- director");
        }
        assertThat(data.query("select subject_id from audit where action = 'statement.looked'"))
                .containsExactly(id);
        assertThat(detail("bank-line.looked", "filter")).isEqualTo("direction=IN");
    }

    /** Who took which list away, by what it was narrowed and how much it was: one row each time, whatever its length. */
    @ParameterizedTest
    @CsvSource({
        "president, cases/export?team=FAST, case.exported, 2, team=FAST",
        "president, cases/export?team=FAST&format=xlsx, case.exported, 2, team=FAST",
        "president, cases/export?q=没有这个人, case.exported, 0, q=没有这个人",
        "funds, receipts/export?waiting=true, receipt.exported, 1, waiting=true",
        "funds, receipts/export?format=xlsx, receipt.exported, 1, ALL",
        "funds, suspense/export, suspense.exported, 0, ALL",
        "funds, reconciliation/export?from=2022-10-31&to=2022-11-01, ledger.exported, 2, from=2022-10-31&to=2022-11-01",
        "president, expiring-measures/export, measure.exported, 0, ALL",
        "president, task-slips/export, task-slip.exported, -1, ALL",
        "auditor, audit/export?action=case.filed, audit.exported, 2, action=case.filed",
        "auditor, audit/export?action=case.filed&format=xlsx, audit.exported, 2, action=case.filed",
    })
    void aListIsTakenAwayWithItsFilterAndLength(String who, String path, String action, String count, String filter) {
        List<FileCases.Filed> all =
                docket.file(Docket.fast(LocalDate.of(2022, 10, 31)), Docket.fast(LocalDate.of(2022, 10, 31)));
        arrive(all.get(0).filed().id().toString(), "600.00", LocalDate.of(2022, 10, 31));
        see(who, path);
        see(who, path);
        assertThat(rows(action)).containsExactly("- " + who, "- " + who);
        // Filing asks for slips by itself: as many as there are.
        assertThat(detail(action, "count"))
                .isEqualTo(
                        count.equals("-1")
                                ? data.query("select count(*) from task_slip").get(0)
                                : count);
        assertThat(detail(action, "filter")).isEqualTo(filter);
        assertThat(detail(action, "format")).isEqualTo(path.contains("xlsx") ? "xlsx" : "csv");
        assertThat(data.query("select distinct detail ->> 'clientAddress' || ' ' || (request_id is not null) from audit"
                        + " where action = '" + action + "'"))
                .as("in the context of the request, though the file was written beside it")
                .containsExactly("127.0.0.1 true");
        People.as("auditor")
                .header("Accept-Language", "en")
                .get("/api/v1/audit?action=" + action)
                .then()
                .body("items[0].text.contains('{')", equalTo(false))
                .body("items[0].text.contains('" + action + "')", equalTo(false));
    }

    /** Accounts and certificates in full are for the handlers and the funds desk; who sees them masked has seen nothing. */
    @Test
    void anAssetsAccountIsOneLookOfWhoeverSeesItInFull() {
        String of = file();
        String assets = "cases/" + of + "/assets";
        see("funds", assets);
        assertThat(rows("asset.looked")).as("nothing was there to see").isEmpty();
        People.as("executor-fast-1")
                .contentType("application/json")
                .body(Map.of(
                        "kind",
                        "DEPOSIT",
                        "respondent",
                        "李某某",
                        "description",
                        "某银行存款",
                        "identifier",
                        "6222020200112233445",
                        "source",
                        "ONLINE_CHECK",
                        "foundOn",
                        "2022-11-01"))
                .post("/api/v1/" + assets)
                .then()
                .statusCode(201);
        String asset = data.query("select id from asset").get(0);
        see("funds", assets);
        see("funds", assets + "/" + asset + "/versions");
        see("judge-fast-1", assets);
        see("president", assets);
        see("judge-fast-2", assets + "/" + asset + "/versions");
        assertThat(rows("asset.looked")).containsExactly(of + " executor-fast-1", of + " funds", of + " judge-fast-1");
        anHourLater();
        see("funds", assets + "/" + asset + "/versions");
        assertThat(rows("asset.looked")).hasSize(4);
        People.as("auditor")
                .get("/api/v1/audit?action=asset.looked&caseId=" + of)
                .then()
                .body("items.text", hasItem(startsWith("查看财产的账号、证号（(2022)豫0505执")));
        People.as("president")
                .get("/api/v1/cases/" + of + "/timeline")
                .then()
                .body("items.action", hasItem("asset.found"))
                .body("items.action", not(hasItem("asset.looked")));
    }

    private void anHourLater() {
        data.run("alter table audit disable trigger user; update audit set at = at - interval '61 minutes';"
                + " alter table audit enable trigger user");
    }
}
