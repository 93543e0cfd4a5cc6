package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.clock.NodeView;
import org.zhixing.clock.NodeViews;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.store.NodeBoard;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versions;

/** The node board and single nodes. */
@Path("/api/v1/nodes")
@Tag(name = "clock")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.NODES_READ
})
public class NodeResource {
    private final Actors actors;
    private final Nodes nodes;
    private final NodeBoard board;
    private final NodeViews views;
    private final BoardCounts counts;
    private final Database database;
    private final CourtClock clock;

    NodeResource(
            Actors actors,
            Nodes nodes,
            NodeBoard board,
            NodeViews views,
            BoardCounts counts,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.nodes = nodes;
        this.board = board;
        this.views = views;
        this.counts = counts;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listNodes", summary = "The node board by due date, filtered, page by page")
    @APIResponse(responseCode = "200", description = "A page of nodes, the earliest due first")
    public Uni<Page<NodeView>> list(
            @BeanParam NodeQuery query,
            @RestQuery @Nullable @Parameter(description = "From the last page's next") String cursor,
            @RestQuery @Nullable @Parameter(description = "1 to 200, 40 if absent") Integer limit,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current()
                .chain(actor -> board.list(database.reading(), query.filter(actor, clock.today()), after, size)
                        .chain(page -> views.of(actor, page.items(), Messages.locale(language))
                                .map(items -> new Page<>(items, page.next()))));
    }

    @GET
    @Path("/counts")
    @Operation(operationId = "countNodes", summary = "The same nodes in numbers: by team, node, state, person and day")
    @APIResponse(responseCode = "200", description = "The numbers, never of more than the caller may see")
    public Uni<NodeCounts> counts(@BeanParam NodeQuery query) {
        return actors.current().chain(actor -> counts.of(query.filter(actor, clock.today())));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNode", summary = "One node; its version is the ETag")
    @APIResponse(responseCode = "200", description = "The node")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<RestResponse<NodeView>> get(
            @RestPath UUID id, @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return actors.current()
                .chain(actor -> nodes.find(database.reading(), actor, id)
                        .chain(node -> views.of(actor, node, Messages.locale(language))))
                .map(NodeResource::tagged);
    }

    @GET
    @Path("/{id}/days")
    @Operation(operationId = "explainNode", summary = "Why it is due when it is: every day on the way")
    @APIResponse(responseCode = "200", description = "The due date and every day on the way")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<DeadlineView> days(@RestPath UUID id) {
        return actors.current().chain(actor -> nodes.find(database.reading(), actor, id)
                .chain(node -> nodes.calendar(database.reading(), actor.courtId())
                        .map(calendar -> DeadlineView.from(node.deadline().compute(calendar)))));
    }

    static RestResponse<NodeView> tagged(NodeView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build();
    }
}
