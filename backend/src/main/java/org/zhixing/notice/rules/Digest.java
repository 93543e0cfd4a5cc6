package org.zhixing.notice.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person is told of a working morning, section by section; an empty one is not sent. */
public record Digest(LocalDate day, List<Section> sections) {

    public Digest {
        sections = sections.stream().filter(section -> section.total() > 0).toList();
    }

    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** What a section is about, in the order of urgency. */
    public enum Kind {
        LATE,
        DUE_SOON,
        TO_DECIDE
    }

    /** {@code lines} are the first of {@code total}. */
    public record Section(Kind kind, List<Line> lines, long total) {}

    /**
     * One line: no more of a case than its number.
     *
     * @param what a node's code, or a topic that waits for a decision
     * @param due a court date, where there is one
     * @param days calendar days late, 0 if there is time left, or of what is due soon working days left; null where
     *     neither is counted
     */
    public record Line(
            String caseNumber,
            String what,
            @Nullable LocalDate due,
            @Nullable Integer days) {}
}
