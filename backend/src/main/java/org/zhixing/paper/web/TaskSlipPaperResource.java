package org.zhixing.paper.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.PaperOfAct;
import org.zhixing.paper.Papers;
import org.zhixing.platform.Database;

/** The paper (任务流转单) of a task slip. */
@Path("/api/v1/task-slips/{id}/paper")
@Tag(name = "papers")
public class TaskSlipPaperResource {
    private final Actors actors;
    private final Papers papers;
    private final PaperViews views;
    private final PaperOfAct writing;
    private final Database database;

    TaskSlipPaperResource(Actors actors, Papers papers, PaperViews views, PaperOfAct writing, Database database) {
        this.actors = actors;
        this.papers = papers;
        this.views = views;
        this.writing = writing;
        this.database = database;
    }

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(
            operationId = "draftTaskSlipPaper",
            summary = "The paper of a task slip, filled with what was asked; drafted now, or the one that stands")
    @APIResponse(responseCode = "200", description = "The paper")
    @APIResponse(responseCode = "403", description = "Not the caller's to draft")
    @APIResponse(responseCode = "409", description = "Cancelled")
    @APIResponse(responseCode = "422", description = "The case is closed")
    public Uni<PaperView> draft(@RestPath UUID id) {
        return actors.current().chain(actor -> writing.ofTaskSlip(actor, id)
                .chain(made -> papers.find(database.reading(), actor, made))
                .chain(paper -> views.of(actor, paper)));
    }
}
