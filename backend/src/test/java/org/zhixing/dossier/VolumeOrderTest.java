package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** 卷内目录: the order of the volume, its pages, its paper, and what is audited of looking, taking away and printing. */
@QuarkusTest
class VolumeOrderTest extends CourtTest {
    private static final String ME = "executor-fast-1";

    @Inject
    Docket docket;

    private FileCases.Filed filed;

    @BeforeEach
    void file() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
    }

    @Test
    void itemsLieInTheOrderOfTheCatalogueWithTheirPages() {
        file("裁定书甲", "RULING", Papers.pdf(3));
        file("裁定书乙", "RULING", Papers.pdf(2));
        file("执行依据", "ENFORCEMENT_BASIS", Papers.pdf(4));
        file("现场照片", "OTHER", Papers.picture("jpeg", 64, 64));
        People.as("president")
                .get(dossier())
                .then()
                .statusCode(200)
                .body("policyVersion", equalTo(1))
                .body("pages", equalTo(10))
                .body("items.items.title", contains("执行依据", "裁定书甲", "裁定书乙", "现场照片"))
                .body("items.items.pages", contains(4, 3, 2, 1))
                .body("items.items.fromPage", contains(1, 5, 8, 10))
                .body("items.items.toPage", contains(4, 7, 9, 10));
        // Page by page the order is the same.
        String next = People.as("president").get(dossier() + "?limit=2").path("items.next");
        People.as("president")
                .get(dossier() + "?limit=2&cursor=" + next)
                .then()
                .body("items.items.title", contains("裁定书乙", "现场照片"))
                .body("items.items.fromPage", contains(8, 10));
        assertThat(data.count("select count(*) from file_pages")).isEqualTo(3);
    }

    @Test
    void aLongPaperIsCountedAndShowsWhereItsPagesLie() {
        String item = file("长卷", "OTHER", Papers.pdf(60));
        People.as("president").get(dossier()).then().body("pages", equalTo(60));
        byte[] tree = People.as("president")
                .get("/api/v1/dossier-items/" + item + "/page-tree?version=1")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(tree, StandardCharsets.ISO_8859_1))
                .contains("/Type/Pages")
                .endsWith("%%EOF\n");
    }

    @Test
    void anItemMovesWithinItsCategoryAndARemovedOneTakesNoPage() {
        String first = file("一", "RULING", Papers.pdf(1));
        String second = file("二", "RULING", Papers.pdf(2));
        String third = file("三", "RULING", Papers.pdf(3));
        place(ME, third, 1, 1)
                .then()
                .statusCode(200)
                .body("position", equalTo(1))
                .body("version", equalTo(2));
        titles("三", "一", "二");
        place(ME, third, 1, 2).then().statusCode(412).body("current", equalTo(2));
        place("executor-fast-2", first, 1, 1).then().statusCode(403);
        place("judge-ordinary-1", first, 1, 1).then().statusCode(404);
        place(ME, first, 1, 0).then().statusCode(400);
        place(ME, third, 2, 99).then().statusCode(200).body("position", equalTo(3));
        titles("一", "二", "三");
        remove(second, 1).then().statusCode(200);
        People.as("president")
                .get(dossier() + "?category=RULING")
                .then()
                .body("items.items.find { it.title == '二' }.fromPage", nullValue())
                .body("items.items.find { it.title == '三' }.fromPage", equalTo(2))
                .body("items.items.nth", contains(1, null, 2));
        place(ME, second, 2, 1).then().statusCode(409).body("code", equalTo("item-removed"));
        place(ME, third, 3, 1).then().statusCode(200);
        // Those that were removed lie behind.
        titles("三", "一", "二");
        assertThat(data.count("select count(*) from audit where action = 'dossier.placed'"))
                .isEqualTo(3);
        data.run("update enforcement_case set status = 'CLOSED'");
        place(ME, third, 4, 2).then().statusCode(422).body("code", equalTo("case-closed"));
    }

    @Test
    void theCatalogueIsAPaperWithEveryStandingItem() throws IOException {
        file("约谈笔录", "INTERVIEW_RECORD", Papers.pdf(3));
        String gone = file("错件", "RULING", Papers.pdf(1));
        file("裁定书", "RULING", Papers.pdf(2));
        remove(gone, 1).then().statusCode(200);
        Response paper = People.as("judge-fast-1").get(dossier() + "/catalogue.pdf");
        paper.then().statusCode(200).contentType("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(paper.asByteArray())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(text)
                    .contains("卷内目录", filed.filed().row().number().text(), "王某、李某某", "约谈笔录", "1–3", "裁定书", "4–5")
                    .doesNotContain("错件");
        }
        assertThat(data.query("select action from audit where action = 'dossier.catalogue-printed'"))
                .hasSize(1);
        People.as("judge-ordinary-1").get(dossier() + "/catalogue.pdf").then().statusCode(404);
        People.as("wenfeng-president").get(dossier() + "/catalogue.pdf").then().statusCode(404);
    }

    @Test
    void lookingTakingAwayAndPrintingEachLeaveTheirRow() {
        String item = file("裁定书", "RULING", Papers.pdf(5));
        String content = "/api/v1/dossier-items/" + item + "/content";
        for (int i = 0; i < 2; i++) {
            People.as("president").get(content + "?disposition=inline").then().statusCode(200);
            People.as("president").get(content).then().statusCode(200);
            print("president", item, Map.of("pages", "1-3,5")).then().statusCode(200);
        }
        print("president", item, Map.of()).then().statusCode(200);
        assertThat(data.query("select action from audit where subject_id = '" + item
                        + "' and action <> 'dossier.filed' order by seq"))
                .containsExactly(
                        "dossier.opened",
                        "dossier.downloaded",
                        "dossier.pages-printed",
                        "dossier.pages-printed",
                        "dossier.printed");
        assertThat(data.query("select detail ->> 'pages' from audit where action = 'dossier.pages-printed'"))
                .containsOnly("1-3,5");
        print("president", item, Map.of("pages", "3-")).then().statusCode(400);
        print("president", item, Map.of("version", 7)).then().statusCode(404);
        print("judge-ordinary-1", item, Map.of()).then().statusCode(404);
    }

    @Test
    void everyVersionIsToldByItsOwnType() {
        String item = file("照片", "OTHER", Papers.picture("png", 40, 40));
        People.as(ME)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("uploadId", Uploaded.by(ME, "again.pdf", Papers.pdf(2)), "reason", "重新扫描"))
                .post("/api/v1/dossier-items/" + item + "/versions")
                .then()
                .statusCode(201);
        People.as("president")
                .get(dossier())
                .then()
                .body("items.items[0].versions.mediaType", contains("image/png", "application/pdf"))
                .body("items.items[0].versions.note", contains(null, "重新扫描"))
                .body("items.items[0].pages", equalTo(2));
    }

    private void titles(String... titles) {
        People.as("president").get(dossier() + "?category=RULING").then().body("items.items.title", contains(titles));
    }

    private String dossier() {
        return "/api/v1/cases/" + filed.filed().id() + "/dossier";
    }

    private String file(String title, String category, byte[] content) {
        boolean pdf = content[0] == '%';
        String name = pdf ? "scan.pdf" : content[0] == (byte) 0x89 ? "photo.png" : "photo.jpg";
        return People.as(ME)
                .contentType("application/json")
                .body(Map.of("uploadId", Uploaded.by(ME, name, content), "category", category, "title", title))
                .post(dossier() + "/items")
                .then()
                .statusCode(201)
                .extract()
                .path("itemId");
    }

    private static Response place(String person, String item, int version, int place) {
        return People.as(person)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("place", place))
                .post("/api/v1/dossier-items/" + item + "/place");
    }

    private static Response print(String person, String item, Map<String, Object> body) {
        return People.as(person)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/dossier-items/" + item + "/prints");
    }

    private static Response remove(String item, int version) {
        return People.as(ME)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("reason", "归错类别"))
                .post("/api/v1/dossier-items/" + item + "/removal");
    }
}
