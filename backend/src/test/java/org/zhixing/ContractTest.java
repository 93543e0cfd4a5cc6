package org.zhixing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhixing.platform.Messages;
import org.zhixing.testing.CourtTest;

/** openapi.yaml at the root is what the running API says of itself. */
@QuarkusTest
class ContractTest extends CourtTest {
    private static final String COMMAND = "./mvnw -Pcontract -pl backend -am test";
    private static final Path CONTRACT = Path.of("..", "openapi.yaml");
    private static final String HEAD = "# Written by " + COMMAND + " from the running API.\n"
            + "# Edit the resources, or backend/src/main/resources/META-INF/openapi.yaml for what they share.\n";

    @Inject
    Messages messages;

    @Test
    void isWhatTheApiSays() throws IOException {
        String running = HEAD + document();
        if (Boolean.getBoolean("contract.write")) {
            Files.writeString(CONTRACT, running);
        }
        assertThat(Files.exists(CONTRACT) ? Files.readString(CONTRACT) : "")
                .as("openapi.yaml differs from the running API. Write it anew with: " + COMMAND)
                .isEqualTo(running);
    }

    @Test
    void showsProblemsInTheCataloguesOwnWords() throws IOException {
        List<JsonNode> examples = new ArrayList<>();
        new YAMLMapper()
                .readTree(document())
                .at("/components/responses")
                .findValues("example")
                .forEach(examples::add);
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            String code = example.path("code").asText();
            List<Integer> params = List.of(example.path("current").asInt());
            for (String part : List.of("title", "detail", "fact", "remedy")) {
                assertThat(example.path(part).textValue())
                        .isEqualTo(messages.find(Messages.PROBLEMS, code + "." + part, params, Locale.CHINESE));
            }
        });
    }

    private static String document() {
        return RestAssured.given()
                .queryParam("format", "YAML")
                .get("/openapi.yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
