package org.zhixing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.notice.rules.Notice;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.Messages;

class SentencesTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Messages messages = new Messages();
    private final Sentences sentences = new Sentences(messages);

    @Test
    void anOverdueNoticeSaysWhatIsLateHowManyDaysByWhichClauseAndWhatToDo() {
        Notice notice = notice(
                "node.overdue",
                Map.of(
                        "number", "(2022)豫0505执22号",
                        "node", "FIRST_INTERVIEW",
                        "days", "5",
                        "clause", "二(四)1",
                        "due", "2022-10-13",
                        "day", "3"));
        assertThat(sentences.title(notice, Locale.SIMPLIFIED_CHINESE)).isEqualTo("首次约谈已超期 5 天：(2022)豫0505执22号");
        assertThat(sentences.body(notice, Locale.SIMPLIFIED_CHINESE))
                .contains("2022-10-13", "二(四)1", "第 3 次通报", "请约谈当事人并上传约谈笔录");
        assertThat(sentences.title(notice, Locale.ENGLISH)).contains("First interview", "5", "(2022)豫0505执22号");
        assertThat(sentences.body(notice, Locale.ENGLISH)).contains("2022-10-13", "upload the record");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicHasBothSentencesInBothLanguages(Topic topic) {
        for (Locale language : LANGUAGES) {
            assertThat(messages.find("messages/notices", topic.key() + ".title", topic.params(), language))
                    .isNotBlank();
            assertThat(messages.find("messages/notices", topic.key() + ".body", topic.params(), language))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(NodeCode.class)
    void everyNodeHasANameAndADutyInBothLanguages(NodeCode code) {
        for (Locale language : LANGUAGES) {
            assertThat(messages.find("messages/nodes", code.name(), List.of(), language))
                    .isNotBlank();
            assertThat(messages.find("messages/nodes", code + ".todo", List.of(), language))
                    .isNotBlank();
        }
    }

    @Test
    void aMissingParameterLeavesADashAndNotAHole() {
        Notice notice = notice("transfer.asked", Map.of("number", "(2022)豫0505执1号"));
        for (Locale language : LANGUAGES) {
            assertThat(sentences.body(notice, language)).contains("—").doesNotContain("{", "null");
        }
    }

    @Test
    void teamsAreNamedInTheReadersWords() {
        Notice notice = notice("case.assigned", Map.of("number", "(2022)豫0505执1号", "team", "FAST"));
        assertThat(sentences.body(notice, Locale.SIMPLIFIED_CHINESE)).contains("快执团队");
        assertThat(Arrays.asList(sentences.body(notice, Locale.ENGLISH).split(" ")))
                .contains("fast");
    }

    private static Notice notice(String topic, Map<String, String> params) {
        UUID id = new UUID(0, 1);
        return new Notice(id, topic, params, id, id, LocalDate.of(2022, 10, 18), Instant.EPOCH, null);
    }
}
