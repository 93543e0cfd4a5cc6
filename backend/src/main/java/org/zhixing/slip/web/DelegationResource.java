package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.MoveTaskSlip;
import org.zhixing.flow.ReceiveDelegation;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.Letter;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;

/** Delegations to and from other courts (clause 一(四)5): what the affairs team does by letter. */
@Path("/api/v1/delegations")
@Tag(name = "task-slips")
@RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
public class DelegationResource {
    private final Actors actors;
    private final TaskSlips slips;
    private final TaskSlipViews views;
    private final ReceiveDelegation receiving;
    private final MoveTaskSlip moving;
    private final Database database;

    DelegationResource(
            Actors actors,
            TaskSlips slips,
            TaskSlipViews views,
            ReceiveDelegation receiving,
            MoveTaskSlip moving,
            Database database) {
        this.actors = actors;
        this.slips = slips;
        this.views = views;
        this.receiving = receiving;
        this.moving = moving;
        this.database = database;
    }

    @POST
    @Operation(
            operationId = "receiveDelegation",
            summary = "The affairs team enters what another court asks for; its clock runs from the letter's receipt")
    @APIResponse(
            responseCode = "201",
            description = "The slip, received",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TaskSlipView.class)))
    @APIResponse(responseCode = "404", description = "The case is not there or not in sight")
    @APIResponse(responseCode = "409", description = "The case is closed")
    public Uni<RestResponse<TaskSlipView>> receive(
            @NotNull @Valid TaskSlipRequests.Received request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        var asked = new ReceiveDelegation.Request(
                request.caseId(),
                request.otherCourt().strip(),
                new Letter(request.letterNumber().strip(), request.letterOn()),
                new SlipTask(
                        "DELEGATION_IN",
                        request.target().strip(),
                        TaskSlipResource.bare(request.place()),
                        TaskSlipResource.bare(request.area()),
                        TaskSlipResource.bare(request.instructions())));
        return actors.current()
                .chain(actor -> receiving.receive(actor, asked, key).chain(id -> view(actor, id, language)))
                .map(made -> RestResponse.status(RestResponse.Status.CREATED, made));
    }

    @POST
    @Path("{id}/letter")
    @Operation(
            operationId = "sendDelegation",
            summary = "The letter to the other court is sent; the clock runs from its day")
    @APIResponse(responseCode = "200", description = "The slip after it")
    @APIResponse(responseCode = "409", description = "The slip is not at that step")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<TaskSlipView>> send(
            @RestPath UUID id,
            @NotNull @Valid TaskSlipRequests.LetterSent request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        Letter letter = new Letter(request.letterNumber().strip(), request.letterOn());
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> moving.move(
                                actor,
                                new MoveTaskSlip.Request(
                                        id, version, TaskSlipAct.RECEIVE, null, null, List.of(), letter, null, key))
                        .chain(() -> view(actor, id, language)))
                .map(TaskSlipResource::tagged);
    }

    @POST
    @Path("{id}/reply")
    @Operation(
            operationId = "replyDelegation",
            summary = "The reply stops the clock: the other court's with what it has done, or ours that ends the slip",
            description = "Its file is filed in the case's e-file; without it there is no reply.")
    @APIResponse(responseCode = "200", description = "The slip after it")
    @APIResponse(responseCode = "409", description = "The slip is not at that step, or the upload is not finished")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "422", description = "Without the letter's file, or the file was refused")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<TaskSlipView>> reply(
            @RestPath UUID id,
            @NotNull @Valid TaskSlipRequests.Reply request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        Letter letter = new Letter(request.letterNumber().strip(), request.letterOn());
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> slips.find(database.reading(), actor, id)
                        .chain(slip -> moving.move(
                                actor,
                                new MoveTaskSlip.Request(
                                        id,
                                        version,
                                        act(slip),
                                        TaskSlipResource.bare(request.text()),
                                        null,
                                        List.of(),
                                        letter,
                                        request.uploadId(),
                                        key)))
                        .chain(() -> view(actor, id, language)))
                .map(TaskSlipResource::tagged);
    }

    /** Theirs brings a result, ours ends the slip. */
    private static TaskSlipAct act(TaskSlip slip) {
        if (slip.kind().way() == SlipWay.HERE) {
            throw Refusal.conflict("task-slip-not-there", slip.number().text())
                    .under(slip.kind().clause());
        }
        return slip.kind().way() == SlipWay.OUT ? TaskSlipAct.HAND_IN : TaskSlipAct.ACCEPT;
    }

    private Uni<TaskSlipView> view(Actor actor, UUID id, @Nullable String language) {
        return slips.find(database.reading(), actor, id)
                .chain(slip -> views.of(actor, slip, Messages.locale(language)));
    }
}
