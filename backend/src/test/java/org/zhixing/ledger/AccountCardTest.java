package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.testing.Books;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** The card of a case's account on screen, as a chart, on paper; and what its money keeps people from. */
@QuarkusTest
class AccountCardTest extends CourtTest {
    private static final LocalDate DAY = LocalDate.of(2022, 10, 20);

    @Inject
    Books books;

    @Test
    void everyEntryHasItsBalanceItsOtherSideAndWhatReversesIt() {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", DAY);
        books.payment(held, receipt, "30.00", "PAID", DAY.plusDays(1));
        LedgerTransaction fee = books.fee(held, "5.00", DAY.plusDays(2));
        books.post(fee);
        books.post(fee.reversal(UUID.randomUUID(), DAY.plusDays(3), "误扣", null));
        entries("funds", held, "")
                .body("items.kind", contains("REVERSAL", "FEE", "ORDER", "RECEIPT"))
                .body("items.balance", contains("70.00", "65.00", "70.00", "100.00"))
                .body("items[0].moneyIn", equalTo("5.00"))
                .body("items[0].moneyOut", nullValue())
                .body("items[0].reverses", equalTo(fee.id().toString()))
                .body("items[1].id", equalTo(fee.id().toString()))
                .body("items[1].reversedBy", not(nullValue()))
                .body("items[2].party", equalTo("王某"))
                .body("items[2].partyAccount", equalTo("***************4556"))
                .body("items[2].moneyOut", equalTo("30.00"))
                .body("items[2].may", contains("UNMASK"))
                .body("items[3].party", equalTo("李某某"))
                .body("items[3].partyAccount", equalTo("***************3445"))
                .body("items[3].bookedOn", equalTo("2022-10-20"));
        entries("auditor", held, "order=oldest")
                .body("items.balance", contains("100.00", "70.00", "65.00", "70.00"))
                .body("items.may.flatten()", empty());
        People.as("judge-fast-1")
                .get("/api/v1/cases/" + held.caseId() + "/account/series")
                .then()
                .body("day", contains("2022-10-20", "2022-10-21", "2022-10-22", "2022-10-23"))
                .body("moneyIn", contains("100.00", "0.00", "0.00", "5.00"))
                .body("moneyOut", contains("0.00", "30.00", "5.00", "0.00"))
                .body("balance", contains("100.00", "70.00", "65.00", "70.00"));
    }

    @Test
    void pagesFollowOneAnotherInBothOrders() {
        Books.Held held = books.open();
        for (int i = 1; i <= 7; i++) {
            books.post(books.received(held, i + ".00", DAY, null));
        }
        for (String order : List.of("newest", "oldest")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonPath page = entries("funds", held, "limit=3&order=" + order + "&cursor=" + cursor)
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.moneyIn"));
                cursor = page.getString("next");
            } while (cursor != null);
            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
            assertThat(seen.get(0)).isEqualTo(order.equals("newest") ? "7.00" : "1.00");
        }
        People.as("funds")
                .get("/api/v1/cases/" + held.caseId() + "/account/entries?order=sideways")
                .then()
                .statusCode(400);
        entries("judge-ordinary-1", held, "", 404);
        entries("wenfeng-president", held, "", 404);
    }

    @Test
    void theCardIsPrintedInChineseWithTotalsAndPageNumbers() throws IOException {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", DAY);
        books.payment(held, receipt, "30.00", "PAID", DAY.plusDays(1));
        for (int i = 0; i < 60; i++) {
            books.post(books.received(held, "1.01", DAY, null));
        }
        byte[] pdf = People.as("funds")
                .get("/api/v1/cases/" + held.caseId() + "/account/card.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("filename*=UTF-8''%282022%29"))
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "card.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(841f, 842f);
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("安阳市殷都区人民法院案款明细账", "申请执行人：王某", "制表人：曹某", "合计", "160.60", "30.00", "130.60")
                    .contains("第 1 页，共 " + document.getNumberOfPages() + " 页")
                    .doesNotContain("6222020200112233445", "〓");
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void theWorkbookHasAmountsAsNumbers() throws IOException {
        Books.Held held = books.open();
        books.receipt(held, "100.10", DAY);
        byte[] xlsx = People.as("funds")
                .get("/api/v1/cases/" + held.caseId() + "/account/card.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row line = rows.stream()
                    .filter(row -> row.getCellText(0).equals("2022-10-20"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.getCellAsNumber(6)).contains(new BigDecimal("100.10"));
            assertThat(line.getCellAsNumber(8)).contains(new BigDecimal("100.10"));
            assertThat(line.getCellText(3)).isEqualTo("李某某");
        }
    }

    @Test
    void aCaseIsNotFullyPerformedWhileMoneyIsLeft() {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", DAY);
        close(held, "COMPLETED")
                .statusCode(422)
                .body("code", equalTo("case-funds-left"))
                .body("clause", containsString("二(二)"))
                .body("detail", containsString("100.00"))
                .body("fact", containsString("2022-10-20 100.00/100.00"))
                .body("remedy", not(nullValue()));
        UUID payment = books.payment(held, receipt, "100.00", "ORDERED", DAY);
        close(held, "COMPLETED")
                .statusCode(422)
                .body("detail", containsString("案款账户余额 0.00 元"))
                .body("detail", containsString("支付在途 100.00 元"));
        books.post(books.paid(held, "100.00", DAY, payment));
        data.run("update payment set status = 'PAID'; update receipt set reserved = 0, paid = 100");
        close(held, "COMPLETED").statusCode(200);
    }

    @Test
    void otherWaysOfClosingDoNotAskForIt() {
        Books.Held held = books.open();
        books.receipt(held, "100.00", DAY);
        close(held, "WITHDRAWN").statusCode(200);
    }

    @Test
    void anAccountNumberIsShownInFullToFundsDeskAndHandlersAndEachLookIsKept() {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", DAY);
        books.payment(held, receipt, "30.00", "APPLIED", DAY);
        UUID payee = books.uuid("select id from payee");
        UUID line = books.uuid("select id from bank_line");
        unmask("funds", "PAYEE", payee)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("account", equalTo("6222021702003344556"))
                .body("bankName", equalTo("中国工商银行安阳分行"));
        String judge = handler("judge_id");
        unmask(judge, "LINE", line).statusCode(200).body("account", equalTo("6222020200112233445"));
        String other = judge.equals("judge-fast-1") ? "judge-fast-2" : "judge-fast-1";
        unmask(other, "PAYEE", payee).statusCode(403).body("code", equalTo("account-masked"));
        unmask("judge-ordinary-1", "PAYEE", payee).statusCode(404);
        unmask("auditor", "PAYEE", payee).statusCode(403).body("code", equalTo("role"));
        unmask("wenfeng-judge", "PAYEE", payee).statusCode(404);
        unmask("funds", "PAYEE", line).statusCode(404);
        UUID nobodys = books.line("S-1", DAY, "7.00", null);
        unmask(judge, "LINE", nobodys).statusCode(403);
        unmask("funds", "LINE", nobodys).statusCode(200);
        People.as("funds")
                .contentType(ContentType.JSON)
                .body(Map.of("of", "PAYEE", "id", payee))
                .post("/api/v1/bank-accounts/unmasking")
                .then()
                .statusCode(400);
        assertThat(data.query(
                        "select actor_name || ' ' || (detail::json ->> 'account') || ' ' || (detail::json ->> 'reason')"
                                + " from audit where action = 'bank-account.unmasked' order by seq"))
                .hasSize(3)
                .first()
                .isEqualTo("曹某 ***************4556 核对账号");
    }

    private String handler(String column) {
        return data.query("select p.username from enforcement_case c join person p on p.id = c." + column)
                .get(0);
    }

    private static ValidatableResponse unmask(String who, String of, UUID id) {
        return People.as(who)
                .contentType(ContentType.JSON)
                .body(Map.of("of", of, "id", id, "reason", "核对账号"))
                .post("/api/v1/bank-accounts/unmasking")
                .then();
    }

    private ValidatableResponse close(Books.Held held, String manner) {
        return People.as(handler("judge_id"))
                .contentType(ContentType.JSON)
                .header(
                        "If-Match",
                        "\""
                                + data.query("select version from enforcement_case")
                                        .get(0) + "\"")
                .body(Map.of("manner", manner, "closedOn", "2022-11-01"))
                .post("/api/v1/cases/" + held.caseId() + "/closure")
                .then();
    }

    private static ValidatableResponse entries(String who, Books.Held held, String query) {
        return entries(who, held, query, 200);
    }

    private static ValidatableResponse entries(String who, Books.Held held, String query, int status) {
        return People.as(who)
                .get("/api/v1/cases/" + held.caseId() + "/account/entries" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(status);
    }
}
