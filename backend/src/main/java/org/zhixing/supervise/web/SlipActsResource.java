package org.zhixing.supervise.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Upload;
import org.zhixing.flow.AnswerSlip;
import org.zhixing.flow.SettleSlip;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;
import org.zhixing.supervise.Slips;

/** What becomes of a slip: answered by its addressee, then confirmed, sent back or withdrawn by node control. */
@Path("/api/v1/supervision-slips/{id}")
@Tag(name = "supervision")
public class SlipActsResource {
    private static final int LONGEST_TEXT = 1000;

    private final Actors actors;
    private final Slips slips;
    private final SlipViews views;
    private final AnswerSlip answering;
    private final SettleSlip settling;
    private final Database database;

    SlipActsResource(
            Actors actors, Slips slips, SlipViews views, AnswerSlip answering, SettleSlip settling, Database database) {
        this.actors = actors;
        this.slips = slips;
        this.views = views;
        this.answering = answering;
        this.settling = settling;
        this.database = database;
    }

    @POST
    @Path("answer")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({
        Roles.TEAM_LEADER,
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.POLICE,
        Roles.FUNDS,
        Roles.TRIAGE
    })
    @Operation(
            operationId = "answerSlip",
            summary = "Whoever answers for the node answers the slip; a file, if any, is kept with its SHA-256")
    @APIResponse(responseCode = "200", description = "The slip answered")
    @APIResponse(responseCode = "403", description = "Addressed to somebody else")
    @APIResponse(responseCode = "409", description = "No answer is awaited: somebody was faster, or it was withdrawn")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "422", description = "The file is not taken, with the reason")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<SlipView>> answer(
            @RestPath UUID id,
            @RestForm("text") @Nullable String text,
            @RestForm("file") @Nullable FileUpload file,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        var request = new AnswerSlip.Request(
                id, Versions.required(ifMatch), said(text), file == null ? null : Upload.of("file", file), key);
        return actors.current().chain(actor -> answering.answer(actor, request).chain(() -> view(actor, id, language)));
    }

    private static String said(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.field("text", null, "field.required");
        }
        if (text.strip().length() > LONGEST_TEXT) {
            throw Refusal.field("text", null, "field.length", LONGEST_TEXT);
        }
        return text.strip();
    }

    @POST
    @Path("confirmation")
    @RolesAllowed(Roles.NODE_CONTROL)
    @Operation(operationId = "confirmSlip", summary = "Node control confirms the answer; the slip is settled")
    @APIResponse(responseCode = "200", description = "The slip confirmed")
    @APIResponse(responseCode = "409", description = "There is no answer to confirm")
    public Uni<RestResponse<SlipView>> confirm(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        var seen = new SettleSlip.Seen(id, Versions.required(ifMatch));
        return actors.current().chain(actor -> settling.confirm(actor, seen).chain(() -> view(actor, id, language)));
    }

    @POST
    @Path("return")
    @RolesAllowed(Roles.NODE_CONTROL)
    @Operation(operationId = "returnSlip", summary = "Node control sends the answer back, with a reason and a new day")
    @APIResponse(responseCode = "200", description = "The slip, waiting for another answer")
    @APIResponse(responseCode = "409", description = "There is no answer to send back")
    public Uni<RestResponse<SlipView>> sendBack(
            @RestPath UUID id,
            @NotNull @Valid SlipRequests.SendBack request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        var seen = new SettleSlip.Seen(id, Versions.required(ifMatch));
        return actors.current()
                .chain(actor -> settling.sendBack(actor, seen, request.reason().strip(), request.answerDue())
                        .chain(() -> view(actor, id, language)));
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed(Roles.NODE_CONTROL)
    @Operation(operationId = "withdrawSlip", summary = "Node control withdraws the slip, with a reason")
    @APIResponse(responseCode = "200", description = "The slip withdrawn")
    @APIResponse(responseCode = "409", description = "It is settled already")
    public Uni<RestResponse<SlipView>> withdraw(
            @RestPath UUID id,
            @NotNull @Valid SlipRequests.Withdraw request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        var seen = new SettleSlip.Seen(id, Versions.required(ifMatch));
        return actors.current()
                .chain(actor -> settling.withdraw(actor, seen, request.reason().strip())
                        .chain(() -> view(actor, id, language)));
    }

    private Uni<RestResponse<SlipView>> view(Actor actor, UUID id, @Nullable String language) {
        return slips.find(database.reading(), actor, id)
                .chain(slip -> views.of(actor, slip, Messages.locale(language)))
                .map(SlipResource::tagged);
    }
}
