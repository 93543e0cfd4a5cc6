package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versioned;

/** The node table that the court goes by, version by version. */
@Path("/api/v1/policies/nodes")
@Tag(name = "clock")
public class NodePolicyResource {
    private final Actors actors;
    private final Nodes nodes;
    private final Database database;

    NodePolicyResource(Actors actors, Nodes nodes, Database database) {
        this.actors = actors;
        this.nodes = nodes;
        this.database = database;
    }

    /** A version of the node table. */
    @Schema(name = "NodePolicyVersion")
    public record NodePolicyVersion(
            int version,

            @Schema(description = "Nodes whose start event is on this court date or later go by it")
            LocalDate effectiveFrom,

            NodePolicyDocument document) {
        static NodePolicyVersion from(Versioned<NodePolicyDocument> version) {
            return new NodePolicyVersion(version.version(), version.effectiveFrom(), version.document());
        }
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(operationId = "listNodePolicies", summary = "All versions of the node table, the oldest first")
    @APIResponse(responseCode = "200", description = "Versions, each with its whole document")
    public Uni<List<NodePolicyVersion>> list() {
        return actors.current()
                .chain(actor -> nodes.rulebook(database.reading(), actor.courtId()))
                .map(book ->
                        book.versions().stream().map(NodePolicyVersion::from).toList());
    }
}
