package org.zhixing.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void linesAreKnownByTheirKeyAndNotByTheirPlace() {
        var one = Map.of("rules", List.of(Map.of("rule", "A", "order", 1), Map.of("rule", "B", "order", 2)));
        var other = Map.of("rules", List.of(Map.of("rule", "B", "order", 1), Map.of("rule", "A", "order", 1)));
        assertThat(Difference.between(one, other)).containsExactly(new Difference("rules[B].order", "2", "1"));
    }

    @Test
    void whatIsThereOnOneSideOnlyHasNoOtherSide() {
        var one = Map.of("escalation", List.of(Map.of("fromDay", 1, "to", List.of("DIRECTOR"))));
        var other = Map.of("escalation", List.of(Map.of("fromDay", 2, "to", List.of("DIRECTOR", "PRESIDENT"))));
        assertThat(Difference.between(one, other))
                .containsExactly(
                        new Difference("escalation[1].fromDay", "1", null),
                        new Difference("escalation[1].to", "DIRECTOR", null),
                        new Difference("escalation[2].fromDay", null, "2"),
                        new Difference("escalation[2].to", null, "DIRECTOR, PRESIDENT"));
    }

    @Test
    void aDocumentDoesNotDifferFromItself() {
        var one = Map.of("a", List.of(), "b", 0.30, "c", Map.of("d", true));
        assertThat(Difference.between(one, Map.copyOf(one))).isEmpty();
        assertThat(Difference.between(null, null)).isEmpty();
    }

    @Test
    void whoSignsFirstIsADifferenceAndTheOrderOfTheRulesIsNone() {
        var judge = Map.of("seat", "CASE_JUDGE", "largeOnly", false);
        var director = Map.of("seat", "DIRECTOR", "largeOnly", false);
        var a = Map.of("subject", "A", "seats", List.of(judge, director));
        var turned = Map.of("subject", "A", "seats", List.of(director, judge));
        var b = Map.of("subject", "B", "seats", List.of(judge));
        assertThat(Difference.between(Map.of("rules", List.of(a, b)), Map.of("rules", List.of(b, turned))))
                .containsExactly(new Difference("rules[A].seats", "CASE_JUDGE, DIRECTOR", "DIRECTOR, CASE_JUDGE"));
    }
}
