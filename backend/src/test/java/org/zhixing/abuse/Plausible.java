package org.zhixing.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values that a schema allows, with ids of rows that are really there. */
final class Plausible {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final JsonNode contract;
    private final Ids ids;

    Plausible(JsonNode contract, Ids ids) {
        this.contract = contract;
        this.ids = ids;
    }

    /** The text of a parameter. */
    String text(Operation operation, Operation.Parameter parameter) {
        JsonNode schema = followed(parameter.schema());
        if (parameter.in().equals("path") && isId(schema, parameter.name())) {
            return ids.inPath(operation.path(), parameter.name());
        }
        return switch (parameter.name()) {
            case "kind" -> operation.path().contains("paper-kinds") ? "ENFORCEMENT_NOTICE" : "nodes";
            case "year" -> "2022";
            case "month" -> "2022-11";
            default -> value(parameter.name(), schema, 0).asText();
        };
    }

    JsonNode body(JsonNode schema) {
        return value("", schema, 0);
    }

    private static boolean isId(JsonNode schema, String name) {
        return schema.path("format").asText().equals("uuid") || name.equals("id");
    }

    private JsonNode followed(JsonNode schema) {
        JsonNode here = schema;
        while (true) {
            if (here.has("$ref")) {
                here = contract.at(here.path("$ref").asText().substring(1));
            } else if (here.has("anyOf")) {
                here = here.path("anyOf").get(0);
            } else {
                return here;
            }
        }
    }

    private JsonNode value(String name, JsonNode given, int depth) {
        JsonNode schema = followed(given);
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        JsonNode types = schema.path("type");
        return switch (types.isArray() ? types.get(0).asText() : types.asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            default -> text(name, schema);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(each -> object.set(each.getKey(), value(each.getKey(), each.getValue(), depth + 1)));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        return depth < DEEPEST ? array.add(value(name, schema.path("items"), depth + 1)) : array;
    }

    private JsonNode text(String name, JsonNode schema) {
        if (isId(schema, name)) {
            return JSON.textNode(ids.inBody(name));
        }
        JsonNode example = schema.path("examples").path(0);
        if (!example.isMissingNode()) {
            return JSON.textNode(example.asText());
        }
        return JSON.textNode(
                switch (schema.path("format").asText()) {
                    case "date" -> "2022-11-10";
                    case "date-time" -> "2022-11-01T02:00:00Z";
                    default -> "说明";
                });
    }

    static byte[] bytes(JsonNode body) {
        try {
            return new ObjectMapper().writeValueAsBytes(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
