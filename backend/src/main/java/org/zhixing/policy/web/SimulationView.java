package org.zhixing.policy.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.flow.SimulatePolicy;
import org.zhixing.policy.rules.Simulation;

/** What a draft would do to the court's open cases, had they all been opened under it. */
@Schema(name = "PolicySimulation")
public record SimulationView(
        @Schema(description = "The version of the draft that was tried")
        int draft,

        @Schema(description = "The court date on which nodes are overdue or not")
        LocalDate today,

        @Schema(description = "Open cases looked at: all of them")
        long cases,

        @Schema(description = "Their open nodes") long nodes,

        @Schema(description = "Cases put where they are by a person, which no triage rule moves")
        long byHand,

        Simulation.Resorted resorted,
        Simulation.Redated redated,
        Simulation.Overdue overdue,
        List<Simulation.PerNode> byNode,
        long tookMs) {
    static SimulationView from(SimulatePolicy.Done done) {
        Simulation s = done.simulation();
        return new SimulationView(
                done.draft(),
                done.today(),
                s.cases(),
                s.nodes(),
                s.byHand(),
                s.resorted(),
                s.redated(),
                s.overdue(),
                s.byNode(),
                done.tookMs());
    }
}
