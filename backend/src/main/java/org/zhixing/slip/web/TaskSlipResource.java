package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
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
import org.zhixing.flow.AskTaskSlips;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Versions;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.SlipTask;

/** Task slips (任务流转单, clause 一(四)): asked for, and one with its history. */
@Path("/api/v1/task-slips")
@Tag(name = "task-slips")
public class TaskSlipResource {
    private final Actors actors;
    private final TaskSlips slips;
    private final TaskSlipViews views;
    private final AskTaskSlips asking;
    private final Messages messages;
    private final Database database;

    TaskSlipResource(
            Actors actors,
            TaskSlips slips,
            TaskSlipViews views,
            AskTaskSlips asking,
            Messages messages,
            Database database) {
        this.actors = actors;
        this.slips = slips;
        this.views = views;
        this.asking = asking;
        this.messages = messages;
        this.database = database;
    }

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(
            operationId = "askTaskSlips",
            summary = "A case's handlers ask for offline work: one numbered slip on each case",
            description = "Cases on which none can be asked are named with the reason; the others get theirs.")
    @APIResponse(
            responseCode = "201",
            description = "The slips, and the cases on which none was made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TaskSlipRequests.Asked.class)))
    public Uni<RestResponse<TaskSlipRequests.Asked>> ask(
            @NotNull @Valid TaskSlipRequests.Ask request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        Locale locale = Messages.locale(language);
        SlipTask task = new SlipTask(
                request.kind(),
                request.target().strip(),
                bare(request.place()),
                bare(request.area()),
                bare(request.instructions()));
        String otherCourt = bare(request.otherCourt());
        return actors.current()
                .chain(actor -> asking.ask(actor, request.caseIds(), task, otherCourt, key)
                        .chain(done -> slips.byIds(database.reading(), actor.courtId(), done.slips())
                                .chain(all -> views.of(actor, all, locale))
                                .map(shown -> new TaskSlipRequests.Asked(
                                        shown,
                                        done.refused().stream()
                                                .map(each -> TaskSlipRequests.RefusedCase.of(each, messages, locale))
                                                .toList()))))
                .map(made -> RestResponse.status(RestResponse.Status.CREATED, made));
    }

    static @Nullable String bare(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "getTaskSlip", summary = "One task slip; its version is the ETag")
    @APIResponse(responseCode = "200", description = "The slip")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<RestResponse<TaskSlipView>> get(
            @RestPath UUID id, @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return actors.current()
                .chain(actor -> slips.find(database.reading(), actor, id)
                        .chain(slip -> views.of(actor, slip, Messages.locale(language))))
                .map(TaskSlipResource::tagged);
    }

    @GET
    @Path("{id}/steps")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getTaskSlipSteps",
            summary = "Everything that was done with the slip, the first step first")
    @APIResponse(responseCode = "200", description = "The steps")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<List<TaskSlipView.Step>> steps(@RestPath UUID id) {
        return actors.current().chain(actor -> slips.find(database.reading(), actor, id)
                .chain(slip -> slips.steps(database.reading(), slip))
                .chain(steps -> views.steps(actor.courtId(), steps)));
    }

    static RestResponse<TaskSlipView> tagged(TaskSlipView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build();
    }
}
