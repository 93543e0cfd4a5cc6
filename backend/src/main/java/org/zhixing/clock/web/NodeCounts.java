package org.zhixing.clock.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeState;

/** The board in numbers. */
@Schema(name = "NodeCounts")
public record NodeCounts(
        @Schema(description = "The court date on which states were derived")
        LocalDate today,

        @Schema(description = "By the case's team, node and state")
        List<Cell> cells,

        @Schema(description = "Open nodes by person who answers and state; a node with two handlers counts for both")
        List<PersonCell> people,

        @Schema(description = "Open nodes due on each day from today to the fourteenth working day, rest days included")
        List<Day> strip) {

    /** Nodes of one team, code and state. */
    @Schema(name = "NodeCountCell")
    public record Cell(@Nullable Team team, NodeCode code, NodeState state, long count) {}

    /** Nodes of one person and state. */
    @Schema(name = "NodeCountPerson")
    public record PersonCell(PersonRef person, @Nullable Team team, NodeState state, long count) {}

    /** Nodes due on one day. */
    @Schema(name = "NodeCountDay")
    public record Day(LocalDate date, boolean workday, long count) {}
}
