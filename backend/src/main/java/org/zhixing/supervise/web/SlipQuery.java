package org.zhixing.supervise.web;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.platform.Asked;
import org.zhixing.supervise.rules.SlipStatus;
import org.zhixing.supervise.store.SlipFilter;

/** The filters of the list of slips as they come in the URL. */
public class SlipQuery {
    @QueryParam("status")
    @Parameter(
            description = "May be given several times; all if absent",
            schema = @Schema(type = SchemaType.ARRAY, implementation = SlipStatus.class))
    @Nullable
    List<String> status;

    @QueryParam("mine")
    @Parameter(description = "True for what is addressed to the caller")
    boolean mine;

    @QueryParam("caseId")
    @Parameter(schema = @Schema(implementation = java.util.UUID.class))
    @Nullable
    String caseId;

    @QueryParam("team")
    @Parameter(description = "The case's team", schema = @Schema(implementation = Team.class))
    @Nullable
    String team;

    @QueryParam("late")
    @Parameter(description = "True for those whose answer is late")
    boolean late;

    SlipFilter filter(Actor actor, LocalDate today) {
        List<String> asked = status == null ? List.of() : status;
        return new SlipFilter(
                actor,
                today,
                asked.stream()
                        .map(text -> Asked.choice(SlipStatus.class, "status", text))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet()),
                mine,
                Asked.uuid("caseId", caseId),
                Asked.choice(Team.class, "team", team),
                late);
    }
}
