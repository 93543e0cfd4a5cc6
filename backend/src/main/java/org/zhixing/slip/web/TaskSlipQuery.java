package org.zhixing.slip.web;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.platform.Asked;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlipState;
import org.zhixing.slip.store.TaskSlipFilter;

/** The filters of a list of task slips as they come in the URL. */
public class TaskSlipQuery {
    @QueryParam("state")
    @Parameter(
            description = "May be given several times; all if absent",
            schema = @Schema(type = SchemaType.ARRAY, implementation = TaskSlipState.class))
    @Nullable
    List<String> state;

    @QueryParam("caseId")
    @Parameter(schema = @Schema(implementation = UUID.class))
    @Nullable
    String caseId;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("way")
    @Parameter(
            description = "OUT and IN are delegations to and from other courts",
            schema = @Schema(implementation = SlipWay.class))
    @Nullable
    String way;

    @QueryParam("team")
    @Parameter(description = "The case's team", schema = @Schema(implementation = Team.class))
    @Nullable
    String team;

    @QueryParam("officer")
    @Parameter(description = "Somebody who carries it out", schema = @Schema(implementation = UUID.class))
    @Nullable
    String officer;

    @QueryParam("dueFrom")
    @Parameter(description = "Court date", schema = @Schema(implementation = LocalDate.class))
    @Nullable
    String dueFrom;

    @QueryParam("dueTo")
    @Parameter(description = "Court date", schema = @Schema(implementation = LocalDate.class))
    @Nullable
    String dueTo;

    @QueryParam("mine")
    @Parameter(description = "True for what waits for the caller")
    boolean mine;

    @QueryParam("late")
    @Parameter(description = "True for those whose day has passed")
    boolean late;

    TaskSlipFilter filter(Actor actor, LocalDate today) {
        List<String> asked = state == null ? List.of() : state;
        return new TaskSlipFilter(
                actor,
                today,
                asked.stream()
                        .map(text -> Asked.choice(TaskSlipState.class, "state", text))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet()),
                Asked.uuid("caseId", caseId),
                kind,
                Asked.choice(SlipWay.class, "way", way),
                Asked.choice(Team.class, "team", team),
                Asked.uuid("officer", officer),
                Asked.date("dueFrom", dueFrom),
                Asked.date("dueTo", dueTo),
                mine,
                late);
    }
}
