package org.zhixing.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.zhixing.testing.People;

/** The admin at the policy drafts, over HTTP. */
public final class DraftDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DraftDesk() {}

    static RequestSpecification admin() {
        return People.as("admin").contentType("application/json");
    }

    static String path(String kind) {
        return "/api/v1/policy-drafts/" + kind;
    }

    /** The document in hand, to be changed and saved. */
    public static ObjectNode document(String kind) {
        return (ObjectNode)
                tree(admin().get(path(kind)).then().statusCode(200).extract()).get("document");
    }

    static String etag(String kind) {
        return admin().get(path(kind)).then().extract().header("ETag");
    }

    static JsonNode tree(ExtractableResponse<Response> response) {
        try {
            return JSON.readTree(response.asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ValidatableResponse save(String kind, JsonNode document, String etag) {
        ObjectNode body = JSON.createObjectNode().put("note", "试算");
        body.set("document", document);
        return admin().header("If-Match", etag)
                .body(body.toString())
                .put(path(kind))
                .then();
    }

    /** Saves over whatever is in hand. */
    public static void save(String kind, JsonNode document) {
        save(kind, document, etag(kind)).statusCode(200);
    }

    static ValidatableResponse simulate(String kind) {
        return admin().post(path(kind) + "/simulation").then();
    }

    public static ValidatableResponse publish(String kind, String from, String key) {
        RequestSpecification request = admin().header("If-Match", etag(kind));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(from == null ? Map.of("reason", "缩短期限") : Map.of("effectiveFrom", from, "reason", "缩短期限"))
                .post(path(kind) + "/publication")
                .then();
    }

    /** The line of a list whose key has that value. */
    public static ObjectNode line(JsonNode document, String list, String key, String value) {
        for (JsonNode line : (ArrayNode) document.get(list)) {
            if (line.get(key).asText().equals(value)) {
                return (ObjectNode) line;
            }
        }
        throw new IllegalArgumentException(value);
    }

    /** A node table in which one node has that period. */
    static ObjectNode period(String code, int period) {
        ObjectNode document = document("nodes");
        line(document, "policies", "code", code).put("period", period);
        return document;
    }
}
