package org.zhixing.supervise.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.UrgeNodes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versions;
import org.zhixing.supervise.Slips;

/** Supervision slips: issued by node control, read by whoever reads the case. */
@Path("/api/v1/supervision-slips")
@Tag(name = "supervision")
public class SlipResource {
    private final Actors actors;
    private final Slips slips;
    private final SlipViews views;
    private final UrgeNodes urging;
    private final Database database;
    private final CourtClock clock;

    SlipResource(Actors actors, Slips slips, SlipViews views, UrgeNodes urging, Database database, CourtClock clock) {
        this.actors = actors;
        this.slips = slips;
        this.views = views;
        this.urging = urging;
        this.database = database;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.NODE_CONTROL)
    @Operation(
            operationId = "urgeNodes",
            summary = "Node control urges: one numbered slip on each node",
            description = "Nodes that ended, or are under a slip that is not settled, are passed over and named.")
    @APIResponse(
            responseCode = "201",
            description = "The slips, and the nodes that were passed over",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SlipRequests.Issued.class)))
    @APIResponse(responseCode = "404", description = "One of the nodes is not there")
    @APIResponse(responseCode = "409", description = "Every node was passed over")
    public Uni<RestResponse<SlipRequests.Issued>> urge(
            @NotNull @Valid SlipRequests.Urge request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        var demand = new UrgeNodes.Request(request.nodeIds(), request.reason().strip(), request.answerDue());
        return actors.current()
                .chain(actor -> urging.urge(actor, demand, key)
                        .chain(done -> slips.byIds(database.reading(), actor.courtId(), done.slips())
                                .chain(all -> views.of(actor, all, Messages.locale(language)))
                                .map(shown -> new SlipRequests.Issued(shown, done.skipped()))))
                .map(made -> RestResponse.status(RestResponse.Status.CREATED, made));
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listSlips", summary = "Supervision slips within sight, newest first")
    public Uni<Page<SlipView>> list(
            @BeanParam SlipQuery query,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current()
                .chain(actor -> slips.list(database.reading(), query.filter(actor, clock.today()), after, size)
                        .chain(page -> views.of(actor, page.items(), Messages.locale(language))
                                .map(items -> new Page<>(items, page.next()))));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "getSlip", summary = "One slip; its version is the ETag")
    @APIResponse(responseCode = "200", description = "The slip")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<RestResponse<SlipView>> get(
            @RestPath UUID id, @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return actors.current()
                .chain(actor -> slips.find(database.reading(), actor, id)
                        .chain(slip -> views.of(actor, slip, Messages.locale(language))))
                .map(SlipResource::tagged);
    }

    static RestResponse<SlipView> tagged(SlipView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build();
    }
}
