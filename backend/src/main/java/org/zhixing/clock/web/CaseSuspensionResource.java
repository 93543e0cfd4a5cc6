package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.cases.Cases;
import org.zhixing.clock.ExtensionView;
import org.zhixing.clock.SuspensionView;
import org.zhixing.clock.SuspensionViews;
import org.zhixing.clock.Suspensions;
import org.zhixing.flow.SuspendCase;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** What moves a case's due dates by leave: its suspensions and deferrals, and the extensions of its nodes. */
@Path("/api/v1/cases/{id}")
@Tag(name = "suspensions")
public class CaseSuspensionResource {
    private final Actors actors;
    private final Cases cases;
    private final Suspensions suspensions;
    private final SuspensionViews views;
    private final SuspendCase suspendCase;
    private final Names names;
    private final Messages messages;
    private final Database database;

    CaseSuspensionResource(
            Actors actors,
            Cases cases,
            Suspensions suspensions,
            SuspensionViews views,
            SuspendCase suspendCase,
            Names names,
            Messages messages,
            Database database) {
        this.actors = actors;
        this.cases = cases;
        this.suspensions = suspensions;
        this.views = views;
        this.suspendCase = suspendCase;
        this.names = names;
        this.messages = messages;
        this.database = database;
    }

    /** What a suspension would do. */
    @Schema(name = "SuspensionPreview")
    public record Preview(List<SuspensionView.Effect> nodes) {}

    @POST
    @Path("suspensions")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(
            operationId = "askSuspension",
            summary = "A handler asks that days of the case not be counted, for a statutory reason",
            description = "Nothing moves before the director or the president in charge approves it.")
    @APIResponse(
            responseCode = "201",
            description = "Asked",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuspensionView.class)))
    @APIResponse(responseCode = "422", description = "The case is closed, or more than ten years would be suspended")
    public Uni<RestResponse<SuspensionView>> ask(
            @RestPath UUID id,
            @NotNull SuspensionAsk ask,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        var wish = ask.wish();
        return actors.current()
                .chain(actor -> suspendCase
                        .ask(actor, id, wish, key)
                        .chain(made -> suspensions.find(database.reading(), actor.courtId(), made))
                        .chain(found -> views.of(actor, List.of(found.orElseThrow()), Messages.locale(language))))
                .map(made -> RestResponse.ResponseBuilder.<SuspensionView>create(RestResponse.Status.CREATED)
                        .location(URI.create("/api/v1/cases/" + id + "/suspensions"))
                        .entity(made.get(0))
                        .build());
    }

    @POST
    @Path("suspensions/preview")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.DIRECTOR, Roles.PRESIDENT})
    @Operation(
            operationId = "previewSuspension",
            summary = "What such a suspension would do to the due dates of the case's nodes, were it approved today")
    public Uni<Preview> preview(
            @RestPath UUID id,
            @NotNull SuspensionAsk ask,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        var wish = ask.wish();
        return actors.current()
                .chain(actor -> suspendCase.preview(actor, id, wish))
                .map(effects -> new Preview(views.effects(effects, Messages.locale(language))));
    }

    @GET
    @Path("suspensions")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listCaseSuspensions", summary = "The case's suspensions and deferrals, newest first")
    public Uni<List<SuspensionView>> suspensions(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> suspensions.ofCase(database.reading(), actor.courtId(), id))
                .chain(all -> views.of(actor, all, Messages.locale(language))));
    }

    @GET
    @Path("extensions")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listCaseExtensions", summary = "The extensions of the case's nodes, newest first")
    public Uni<List<ExtensionView>> extensions(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> suspensions.extensionsOf(database.reading(), actor.courtId(), id))
                .chain(all -> names.of(actor.courtId()).map(known -> all.stream()
                        .map(each -> ExtensionView.of(each, actor, known, messages, Messages.locale(language)))
                        .toList())));
    }
}
