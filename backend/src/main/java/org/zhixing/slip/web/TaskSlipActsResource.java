package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.MoveTaskSlip;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Versions;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.TaskSlipAct;

/** What becomes of a task slip: signed, received, assigned, carried out, accepted or sent back. */
@Path("/api/v1/task-slips/{id}")
@Tag(name = "task-slips")
@APIResponse(responseCode = "200", description = "The slip after it")
@APIResponse(responseCode = "403", description = "Somebody else's to do")
@APIResponse(responseCode = "409", description = "The slip is not at that step")
@APIResponse(responseCode = "412", description = "Changed meanwhile")
@APIResponse(responseCode = "428", description = "If-Match is missing")
public class TaskSlipActsResource {
    private final Actors actors;
    private final TaskSlips slips;
    private final TaskSlipViews views;
    private final MoveTaskSlip moving;
    private final Database database;

    TaskSlipActsResource(Actors actors, TaskSlips slips, TaskSlipViews views, MoveTaskSlip moving, Database database) {
        this.actors = actors;
        this.slips = slips;
        this.views = views;
        this.moving = moving;
        this.database = database;
    }

    @POST
    @Path("signature")
    @RolesAllowed({Roles.JUDGE})
    @Clause(PaperPermits.CLAUSE)
    @Operation(operationId = "signTaskSlip", summary = "The judge of the case signs the dispatch")
    public Uni<RestResponse<TaskSlipView>> sign(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return move(MoveTaskSlip.Request.of(id, Versions.required(ifMatch), TaskSlipAct.SIGN, null, key), language);
    }

    @POST
    @Path("receipt")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "receiveTaskSlip", summary = "The affairs team takes the slip; its clock runs from today")
    public Uni<RestResponse<TaskSlipView>> receive(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return move(MoveTaskSlip.Request.of(id, Versions.required(ifMatch), TaskSlipAct.RECEIVE, null, key), language);
    }

    @POST
    @Path("acceptance")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(operationId = "acceptTaskSlip", summary = "The handlers of the case accept the result")
    public Uni<RestResponse<TaskSlipView>> accept(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return move(MoveTaskSlip.Request.of(id, Versions.required(ifMatch), TaskSlipAct.ACCEPT, null, key), language);
    }

    @POST
    @Path("result")
    @RolesAllowed({Roles.EXECUTOR, Roles.POLICE})
    @Operation(operationId = "handInTaskSlip", summary = "An officer hands in the result, once the evidence is filed")
    public Uni<RestResponse<TaskSlipView>> handIn(
            @RestPath UUID id,
            @NotNull @Valid TaskSlipRequests.Said request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return move(said(id, ifMatch, TaskSlipAct.HAND_IN, request, key), language);
    }

    @POST
    @Path("return")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "returnTaskSlip", summary = "The handlers send the result back; the clock runs on")
    public Uni<RestResponse<TaskSlipView>> sendBack(
            @RestPath UUID id,
            @NotNull @Valid TaskSlipRequests.Said request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return move(said(id, ifMatch, TaskSlipAct.RETURN, request, key), language);
    }

    @POST
    @Path("cancellation")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "cancelTaskSlip", summary = "The handlers cancel the slip, with a reason")
    public Uni<RestResponse<TaskSlipView>> cancel(
            @RestPath UUID id,
            @NotNull @Valid TaskSlipRequests.Said request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return move(said(id, ifMatch, TaskSlipAct.CANCEL, request, key), language);
    }

    @POST
    @Path("assignment")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "assignTaskSlip", summary = "The affairs team names the executor and who goes along")
    public Uni<RestResponse<TaskSlipView>> assign(
            @RestPath UUID id,
            @NotNull @Valid TaskSlipRequests.Assign request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return move(
                new MoveTaskSlip.Request(
                        id,
                        Versions.required(ifMatch),
                        TaskSlipAct.ASSIGN,
                        null,
                        request.executorId(),
                        request.others(),
                        null,
                        null,
                        key),
                language);
    }

    private static MoveTaskSlip.Request said(
            UUID id, @Nullable String ifMatch, TaskSlipAct act, TaskSlipRequests.Said said, @Nullable String key) {
        return MoveTaskSlip.Request.of(
                id, Versions.required(ifMatch), act, said.text().strip(), key);
    }

    private Uni<RestResponse<TaskSlipView>> move(MoveTaskSlip.Request request, @Nullable String language) {
        return actors.current()
                .chain(actor -> moving.move(actor, request)
                        .chain(() -> slips.find(database.reading(), actor, request.slipId()))
                        .chain(slip -> views.of(actor, slip, Messages.locale(language))))
                .map(TaskSlipResource::tagged);
    }
}
