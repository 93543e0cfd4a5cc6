package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterSentencesTest {

    private static Properties catalogue(String name) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(RegisterSentencesTest.class.getResourceAsStream("/messages/" + name)),
                StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }

    private static List<String> placeholders(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"register.properties", "register_en.properties"})
    void everyReasonHasItsOwnSentence(String name) throws IOException {
        Properties sentences = catalogue(name);

        assertThat(sentences.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ReasonCode.values()).map(Enum::name).toList());
        assertThat(sentences.values()).doesNotHaveDuplicates();
        Properties chinese = catalogue("register.properties");
        sentences.forEach((code, sentence) -> {
            assertThat(placeholders((String) sentence))
                    .as("%s", code)
                    .isEqualTo(placeholders(chinese.getProperty((String) code)));
            assertThat(MessageFormat.format((String) sentence, "甲", "乙", "丙")).doesNotContain("{");
        });
    }
}
