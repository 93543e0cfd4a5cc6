package org.zhixing.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The realm of a demo: the production realm file with the demo's people and its command-line client laid over it.
 * Lists grow, single values are replaced. {@code ${NAME}} stands for a value, as Keycloak itself reads the file in
 * production.
 */
final class DemoRealm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoRealm() {}

    static String text(Path realmFile, Path demoFile, Map<String, String> values) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(realmFile.toFile());
        for (Map.Entry<String, JsonNode> field :
                JSON.readTree(demoFile.toFile()).properties()) {
            if (field.getValue() instanceof ArrayNode more && realm.get(field.getKey()) instanceof ArrayNode list) {
                list.addAll(more);
            } else {
                realm.set(field.getKey(), field.getValue());
            }
        }
        String text = JSON.writeValueAsString(realm);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
