package org.zhixing.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.Policies;

class TriageDocumentTest {

    private static final TriageDocument DOCUMENT = Policies.shipped("triage-1", TriageDocument.class);

    private static TriageRule rule(int order, String code, Condition condition) {
        return new TriageRule(order, code, Team.FAST, "一(一)", "规则", "Rule", condition, null);
    }

    private static TriageDocument document(TriageRule... rules) {
        return new TriageDocument(List.of(rules), DOCUMENT.transfer(), "二(六)");
    }

    @ParameterizedTest
    @CsvSource({
        "colour, IS, red, unknown fact: colour",
        "claimAmount, ABOUT, 100000.00, unknown op: ABOUT",
        "claimAmount, IS, 100000.00, claimAmount cannot be compared by IS",
        "claimAmount, LTE, much, claimAmount has no such value: much",
        "claimAmount, LTE, , claimAmount is compared with nothing",
        "kind, IS, TRIAL, kind has no such value: TRIAL",
        "preserved, IS, yes, preserved has no such value: yes",
        ", , , unknown fact: null"
    })
    void aConditionThatIsNotUnderstoodIsRefused(String fact, String op, String value, String message) {
        assertThatThrownBy(() -> document(rule(1, "R", new Condition(fact, op, value, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rule R: " + message);
    }

    @Test
    void oneOfSeveralIsCheckedToo() {
        Condition good = Condition.of("preserved", Op.IS, "true");
        assertThatThrownBy(() -> document(rule(1, "R", Condition.any(good, Condition.of("x", Op.IS, "true")))))
                .hasMessage("Rule R: unknown fact: x");
        assertThatThrownBy(() -> document(rule(1, "R", new Condition("preserved", "IS", "true", List.of(good)))))
                .hasMessageContaining("either a fact or anyOf");
    }

    @Test
    void noRuleOrOrderStandsTwice() {
        Condition condition = Condition.of("preserved", Op.IS, "true");
        assertThatThrownBy(() -> document(rule(1, "A", condition), rule(1, "B", condition)))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> document(rule(1, "A", condition), rule(2, "A", condition)))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> document(rule(1, "UNDECIDED", condition)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rulesAreTriedInTheirOrderHoweverTheyAreWritten() {
        Condition condition = Condition.of("preserved", Op.IS, "true");

        assertThat(document(rule(2, "B", condition), rule(1, "A", condition)).rules())
                .extracting(TriageRule::rule)
                .containsExactly("A", "B");
    }

    @Test
    void theDocumentSurvivesAJourneyThroughJson() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.readValue(mapper.writeValueAsString(DOCUMENT), TriageDocument.class))
                .isEqualTo(DOCUMENT);
    }
}
