package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Deadline;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** Counts a period by the court's calendar, for whoever wants to know before anything is filed. */
@Path("/api/v1/deadlines")
@Tag(name = "clock")
public class DeadlineResource {
    private final Actors actors;
    private final Nodes nodes;
    private final Database database;

    DeadlineResource(Actors actors, Nodes nodes, Database database) {
        this.actors = actors;
        this.nodes = nodes;
        this.database = database;
    }

    @POST
    @Path("/preview")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN, Roles.INTEGRATION
    })
    @Operation(
            operationId = "previewDeadline",
            summary = "When a period ends, and why: every day on the way with its reason")
    @APIResponse(responseCode = "200", description = "The due date and every day on the way")
    @APIResponse(responseCode = "400", description = "Each wrong field with its sentence")
    public Uni<DeadlineView> preview(@RequestBody(required = true) @Nullable DeadlineAsk ask) {
        if (ask == null) {
            throw Refusal.of(400, "malformed");
        }
        Deadline deadline = ask.deadline();
        return actors.current()
                .chain(actor -> nodes.calendar(database.reading(), actor.courtId()))
                .map(calendar -> DeadlineView.from(deadline.compute(calendar)));
    }
}
