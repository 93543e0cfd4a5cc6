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

/** The paper (案款收据) of money that arrived for a case. */
@Path("/api/v1/receipts/{id}/paper")
@Tag(name = "papers")
public class ReceiptPaperResource {
    private final Actors actors;
    private final Papers papers;
    private final PaperViews views;
    private final PaperOfAct writing;
    private final Database database;

    ReceiptPaperResource(Actors actors, Papers papers, PaperViews views, PaperOfAct writing, Database database) {
        this.actors = actors;
        this.papers = papers;
        this.views = views;
        this.writing = writing;
        this.database = database;
    }

    @POST
    @RolesAllowed(Roles.FUNDS)
    @Operation(
            operationId = "draftReceiptPaper",
            summary = "The paper of a receipt, filled with what arrived; drafted now, or the one that stands")
    @APIResponse(responseCode = "200", description = "The paper")
    @APIResponse(responseCode = "403", description = "Not the caller's to draft")
    @APIResponse(responseCode = "409", description = "Taken back")
    @APIResponse(responseCode = "422", description = "The case is closed")
    public Uni<PaperView> draft(@RestPath UUID id) {
        return actors.current().chain(actor -> writing.ofReceipt(actor, id)
                .chain(made -> papers.find(database.reading(), actor, made))
                .chain(paper -> views.of(actor, paper)));
    }
}
