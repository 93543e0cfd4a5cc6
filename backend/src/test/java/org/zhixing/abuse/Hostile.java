package org.zhixing.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What nobody means well with. The same random numbers give the same. */
final class Hostile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<String> STRINGS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\ud800",
            "\udfff\ud800",
            "'; drop table audit; --",
            "' or '1'='1",
            "%",
            "_%\\",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "{{7*7}}",
            "../../../../etc/passwd",
            "..\\..\\boot.ini",
            "\r\nSet-Cookie: a=b",
            "=HYPERLINK(\"http://localhost\")",
            "\u202e\u2066执行\u2069",
            "e\u0301".repeat(40),
            "执".repeat(70_000),
            "9".repeat(400),
            "-1",
            "0",
            "1e400",
            "NaN",
            "2147483648",
            "9223372036854775808",
            "0000-00-00",
            "2022-02-30",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31T23:59:59.999999999Z",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "null",
            "[]",
            "{\"a\":1}");

    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.booleanNode(false),
            JSON.numberNode(-1),
            JSON.numberNode(0),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(new BigDecimal("1e-400")),
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.numberNode(0.1),
            JSON.arrayNode(),
            JSON.arrayNode().addNull(),
            JSON.arrayNode().add(JSON.arrayNode()),
            JSON.objectNode(),
            JSON.objectNode().put("__proto__", "x"),
            many());

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "\"\"",
            "1",
            "{",
            "{\"a\":",
            "{}}",
            "\ufeff{}",
            "[".repeat(50_000),
            "{\"a\":".repeat(5_000),
            "{\"reason\":\"" + "a".repeat(2_000_000) + "\"}",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "{\"a\":1e999999999}");

    private final RandomGenerator random;

    Hostile(RandomGenerator random) {
        this.random = random;
    }

    private static ArrayNode many() {
        ArrayNode many = JSON.arrayNode();
        for (int i = 0; i < 5_000; i++) {
            many.add(i);
        }
        return many;
    }

    String string() {
        return pick(STRINGS);
    }

    String body() {
        return pick(BODIES);
    }

    /** The body with one to three of its values replaced. */
    JsonNode changed(JsonNode body) {
        JsonNode copy = body.deepCopy();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            List<Runnable> places = new ArrayList<>();
            places(copy, places);
            if (places.isEmpty()) {
                return value();
            }
            pick(places).run();
        }
        return copy;
    }

    private void places(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> {
                places.add(() -> object.set(each.getKey(), value()));
                places(each.getValue(), places);
            });
            places.add(() -> object.put("unknown", "x"));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, value()));
                places.add(() -> array.add(array.get(at)));
                places(array.get(i), places);
            }
        }
    }

    private JsonNode value() {
        return random.nextBoolean() ? JSON.textNode(string()) : pick(VALUES).deepCopy();
    }

    boolean perhaps(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
