package org.zhixing.paper.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Logins;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.ServePaper;
import org.zhixing.flow.SignPaper;
import org.zhixing.flow.WritePaper;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;
import org.zhixing.signing.FreshLogin;
import org.zhixing.signing.rules.Signature;

/** What is done to a paper, from the draft to its service. */
@Path("/api/v1/papers/{id}")
@Tag(name = "papers")
public class PaperActsResource {
    private final Actors actors;
    private final Logins logins;
    private final Papers papers;
    private final PaperViews views;
    private final WritePaper writing;
    private final SignPaper signing;
    private final ServePaper serving;
    private final Database database;

    PaperActsResource(
            Actors actors,
            Logins logins,
            Papers papers,
            PaperViews views,
            WritePaper writing,
            SignPaper signing,
            ServePaper serving,
            Database database) {
        this.actors = actors;
        this.logins = logins;
        this.papers = papers;
        this.views = views;
        this.writing = writing;
        this.signing = signing;
        this.serving = serving;
        this.database = database;
    }

    @PUT
    @RolesAllowed({
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.NODE_CONTROL,
        Roles.FUNDS,
        Roles.RESTRICTION
    })
    @Operation(operationId = "editPaper", summary = "Changes a draft, and takes it to the template in force")
    @APIResponse(responseCode = "200", description = "The draft after it")
    @APIResponse(responseCode = "403", description = "Not the caller's paper")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    public Uni<RestResponse<PaperView>> edit(
            @RestPath UUID id,
            @NotNull @Valid PaperRequests.NewPaper request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> writing.edit(actor, id, version, request.wish()).chain(() -> view(actor, id)));
    }

    @POST
    @Path("submission")
    @RolesAllowed({
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.NODE_CONTROL,
        Roles.FUNDS,
        Roles.RESTRICTION
    })
    @Operation(operationId = "submitPaper", summary = "Numbers it and fixes it as the PDF that is signed")
    @APIResponse(responseCode = "200", description = "The paper with its number, before signature")
    @APIResponse(responseCode = "403", description = "Not the caller's paper")
    @APIResponse(responseCode = "409", description = "The paper is not in a state for it")
    public Uni<RestResponse<PaperView>> submit(@RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> signing.submit(actor, id, version).chain(() -> view(actor, id)));
    }

    @POST
    @Path("signatures")
    @RolesAllowed({
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.CLERK,
        Roles.DIRECTOR,
        Roles.PRESIDENT,
        Roles.NODE_CONTROL,
        Roles.FUNDS
    })
    @Clause(PaperPermits.CLAUSE)
    @Operation(
            operationId = "signPaper",
            summary = "Signs the PDF of that SHA-256; the last signature puts it into the e-file")
    @APIResponse(responseCode = "200", description = "The paper with the signature")
    @APIResponse(
            responseCode = "403",
            description = "Not the signer for that case today; or step-up: the login is older than the rule lets it be")
    @APIResponse(responseCode = "409", description = "Signed already, or not ready for it")
    @APIResponse(responseCode = "422", description = "Another signs first, or what the rule requires is not there")
    public Uni<RestResponse<PaperView>> sign(
            @RestPath UUID id,
            @NotNull @Valid PaperRequests.NewSignature request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        SignPaper.Seen seen = request.seen(id, Versions.required(ifMatch));
        Signature.Login proof = FreshLogin.proof(logins.current());
        return actors.current().chain(actor -> signing.sign(actor, seen, proof).chain(() -> view(actor, id)));
    }

    @POST
    @Path("revision")
    @RolesAllowed({
        Roles.PRESIDENT,
        Roles.DIRECTOR,
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.NODE_CONTROL,
        Roles.FUNDS,
        Roles.RESTRICTION
    })
    @Operation(
            operationId = "revisePaper",
            summary = "A new edition of it, which nobody has signed",
            description = "By whoever drafts it; or by whoever is to sign it, who so sends it back to its drafter.")
    @APIResponse(responseCode = "200", description = "The new edition")
    @APIResponse(responseCode = "403", description = "Not the caller's paper")
    @APIResponse(responseCode = "409", description = "Not in a state for it, or somebody acted on it at the same time")
    public Uni<RestResponse<PaperView>> revise(
            @RestPath UUID id,
            @NotNull @Valid PaperRequests.Why request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> writing.anew(actor, id, version, request.reason())
                .chain(() -> view(actor, id)));
    }

    @POST
    @Path("voiding")
    @RolesAllowed({
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.NODE_CONTROL,
        Roles.FUNDS,
        Roles.RESTRICTION
    })
    @Operation(operationId = "voidPaper", summary = "Gives it up; a number that it has stays used")
    @APIResponse(responseCode = "200", description = "The paper that was given up")
    @APIResponse(responseCode = "403", description = "Not the caller's paper")
    @APIResponse(responseCode = "409", description = "The paper is not in a state for it")
    public Uni<RestResponse<PaperView>> giveUp(
            @RestPath UUID id,
            @NotNull @Valid PaperRequests.Why request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> writing.giveUp(actor, id, version, request.reason())
                .chain(() -> view(actor, id)));
    }

    @POST
    @Path("servings")
    @RolesAllowed({
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.NODE_CONTROL,
        Roles.FUNDS,
        Roles.RESTRICTION
    })
    @Operation(
            operationId = "servePaper",
            summary = "Records its service, with the proof; by publication it asks for the suspension, too")
    @APIResponse(responseCode = "200", description = "The paper with its service")
    @APIResponse(responseCode = "403", description = "Not the caller's paper")
    @APIResponse(responseCode = "409", description = "The paper is not in a state for it")
    public Uni<RestResponse<PaperView>> serve(
            @RestPath UUID id,
            @NotNull @Valid PaperRequests.NewServing request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current()
                .chain(actor -> serving.serve(actor, id, request.wish(), key).chain(() -> view(actor, id)));
    }

    private Uni<RestResponse<PaperView>> view(Actor actor, UUID id) {
        return papers.find(database.reading(), actor, id)
                .chain(paper -> views.of(actor, paper))
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .header("ETag", Versions.etag(view.version()))
                        .build());
    }
}
