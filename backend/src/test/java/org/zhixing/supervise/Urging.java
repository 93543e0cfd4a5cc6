package org.zhixing.supervise;

import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;

/** The acts around slips over HTTP, by people of the demo. */
final class Urging {
    static final String SLIPS = "/api/v1/supervision-slips";
    static final byte[] PAPER = Papers.pdf(1);

    private static final MultiPartSpecification TEXT = new MultiPartSpecBuilder("已约谈被执行人，笔录附后")
            .controlName("text")
            .mimeType("text/plain")
            .charset(StandardCharsets.UTF_8)
            .build();

    private Urging() {}

    static Response urge(String by, String answerDue, UUID... nodes) {
        return urge(by, answerDue, null, nodes);
    }

    static Response urge(String by, String answerDue, String key, UUID... nodes) {
        RequestSpecification request = People.as(by)
                .contentType("application/json")
                .body(Map.of("nodeIds", Arrays.asList(nodes), "reason", "首次约谈超期，请说明原因", "answerDue", answerDue));
        return (key == null ? request : request.header("Idempotency-Key", key)).post(SLIPS);
    }

    /** Urges one node; answers the slip's id. */
    static String issued(UUID node, String answerDue) {
        return urge("node-control", answerDue, node)
                .then()
                .statusCode(201)
                .extract()
                .path("issued[0].id");
    }

    static Response answer(String by, String slip, int version) {
        return answering(by, version).multiPart(TEXT).post(SLIPS + "/" + slip + "/answer");
    }

    static Response answerWithFile(String by, String slip, int version) {
        return answerWithFile(by, slip, version, "约谈笔录.pdf", PAPER);
    }

    static Response answerWithFile(String by, String slip, int version, String name, byte[] content) {
        return answering(by, version)
                .multiPart(TEXT)
                .multiPart(new MultiPartSpecBuilder(content)
                        .controlName("file")
                        .fileName(name)
                        .mimeType("application/pdf")
                        .build())
                .post(SLIPS + "/" + slip + "/answer");
    }

    private static RequestSpecification answering(String by, int version) {
        return People.as(by)
                .config(RestAssured.config()
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
                        .multiPartConfig(new MultiPartConfig().defaultCharset("UTF-8")))
                .header("If-Match", "\"" + version + "\"")
                .contentType("multipart/form-data");
    }

    static Response confirm(String slip, int version) {
        return settling(version).post(SLIPS + "/" + slip + "/confirmation");
    }

    static Response sendBack(String slip, int version, String answerDue) {
        return settling(version)
                .contentType("application/json")
                .body(Map.of("reason", "未见约谈笔录", "answerDue", answerDue))
                .post(SLIPS + "/" + slip + "/return");
    }

    static Response withdraw(String slip, int version) {
        return settling(version)
                .contentType("application/json")
                .body(Map.of("reason", "已另行处理"))
                .post(SLIPS + "/" + slip + "/withdrawal");
    }

    private static RequestSpecification settling(int version) {
        return People.as("node-control").header("If-Match", "\"" + version + "\"");
    }

    static Response get(String by, String slip) {
        return People.as(by).get(SLIPS + "/" + slip);
    }

    /** The ids of the slips in the caller's list. */
    static List<String> listed(String by, String query) {
        return People.as(by)
                .get(SLIPS + "?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
