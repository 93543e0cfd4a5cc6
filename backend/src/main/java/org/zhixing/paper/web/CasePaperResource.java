package org.zhixing.paper.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.cases.Cases;
import org.zhixing.flow.WritePaper;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versions;

/** The papers of a case. */
@Path("/api/v1/cases/{id}/papers")
@Tag(name = "papers")
public class CasePaperResource {
    private final Actors actors;
    private final Cases cases;
    private final Papers papers;
    private final PaperViews views;
    private final WritePaper writing;
    private final Database database;

    CasePaperResource(
            Actors actors, Cases cases, Papers papers, PaperViews views, WritePaper writing, Database database) {
        this.actors = actors;
        this.cases = cases;
        this.papers = papers;
        this.views = views;
        this.writing = writing;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listCasePapers", summary = "The case's papers, newest first")
    public Uni<Page<PaperView>> list(
            @RestPath UUID id, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int most = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        UUID before = after == null ? null : after.uuid();
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(() -> papers.ofCase(database.reading(), actor.courtId(), id, before, most + 1))
                .chain(rows -> {
                    Page<Paper> page = Page.of(rows, most, paper -> Cursor.of("", paper.id()));
                    return views.of(actor, page.items()).map(items -> new Page<>(items, page.next()));
                }));
    }

    @POST
    @RolesAllowed({
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.NODE_CONTROL,
        Roles.FUNDS,
        Roles.RESTRICTION
    })
    @Operation(operationId = "draftPaper", summary = "Drafts a paper from its kind's template in force")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; it has no number yet",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaperView.class)))
    @APIResponse(responseCode = "403", description = "Not the caller's to draft")
    @APIResponse(responseCode = "422", description = "The case is closed, or has no such party")
    public Uni<RestResponse<PaperView>> draft(
            @RestPath UUID id,
            @NotNull @Valid PaperRequests.NewPaper request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current().chain(actor -> writing.draft(actor, id, request.wish(), key)
                .chain(made -> papers.find(database.reading(), actor, made))
                .chain(paper -> views.of(actor, paper))
                .map(view -> RestResponse.ResponseBuilder.<PaperView>created(URI.create("/api/v1/papers/" + view.id()))
                        .header("ETag", Versions.etag(view.version()))
                        .entity(view)
                        .build()));
    }
}
