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
}
