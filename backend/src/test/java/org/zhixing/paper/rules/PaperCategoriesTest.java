package org.zhixing.paper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A signed paper goes into the e-file by its kind's category: one that the e-file does not know would lose it. */
class PaperCategoriesTest {
    static Stream<Arguments> kinds() throws IOException {
        return list("papers-1.json", "kinds")
                .map(kind -> Arguments.of(
                        kind.get("code").asText(), kind.get("category").asText()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isOneOfTheEFile(String kind, String category) throws IOException {
        assertThat(list("dossier-1.json", "categories")
                        .map(each -> each.get("code").asText()))
                .as(kind)
                .contains(category);
    }

    private static Stream<JsonNode> list(String policy, String of) throws IOException {
        try (InputStream text = PaperCategoriesTest.class.getResourceAsStream("/policy/" + policy)) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(text).get(of).spliterator(), false);
        }
    }
}
