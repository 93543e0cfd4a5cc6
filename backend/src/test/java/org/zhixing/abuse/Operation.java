package org.zhixing.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract.
 *
 * @param path with its names in braces
 * @param mediaType of the body; empty where it has none
 * @param body its schema, references not followed
 * @param parameters in the path and the query
 */
record Operation(
        String id,
        String method,
        String path,
        String mediaType,
        @Nullable JsonNode body,
        List<Parameter> parameters) {

    record Parameter(String name, String in, JsonNode schema) {}

    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** Every operation of the document. */
    static List<Operation> of(JsonNode contract) {
        List<Operation> all = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    JsonNode operation = each.getValue();
                    JsonNode content = operation.at("/requestBody/content");
                    String mediaType =
                            content.isEmpty() ? "" : content.fieldNames().next();
                    all.add(new Operation(
                            operation.path("operationId").asText(),
                            each.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            mediaType,
                            mediaType.isEmpty() ? null : content.path(mediaType).path("schema"),
                            parameters(contract, operation)));
                }));
        return all;
    }

    private static List<Parameter> parameters(JsonNode contract, JsonNode operation) {
        List<Parameter> all = new ArrayList<>();
        operation.path("parameters").forEach(given -> {
            JsonNode parameter =
                    given.has("$ref") ? contract.at(given.path("$ref").asText().substring(1)) : given;
            String in = parameter.path("in").asText();
            if (!in.equals("header")) {
                all.add(new Parameter(parameter.path("name").asText(), in, parameter.path("schema")));
            }
        });
        return all;
    }

    static JsonNode contract(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
