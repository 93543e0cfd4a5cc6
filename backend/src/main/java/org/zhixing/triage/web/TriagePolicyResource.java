package org.zhixing.triage.web;

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
import org.zhixing.platform.Database;
import org.zhixing.platform.Versioned;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.TriageDocument;

/** The triage table that the court goes by, version by version. */
@Path("/api/v1/policies/triage")
@Tag(name = "triage")
public class TriagePolicyResource {
    private final Actors actors;
    private final Triage triage;
    private final Database database;

    TriagePolicyResource(Actors actors, Triage triage, Database database) {
        this.actors = actors;
        this.triage = triage;
        this.database = database;
    }

    /** A version of the triage table. */
    @Schema(name = "TriagePolicyVersion")
    public record TriagePolicyVersion(
            int version,

            @Schema(description = "Cases filed on this court date or later go by it")
            LocalDate effectiveFrom,

            TriageDocument document) {
        static TriagePolicyVersion from(Versioned<TriageDocument> version) {
            return new TriagePolicyVersion(version.version(), version.effectiveFrom(), version.document());
        }
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(operationId = "listTriagePolicies", summary = "All versions of the triage table, the oldest first")
    @APIResponse(responseCode = "200", description = "Versions, each with its whole document")
    public Uni<List<TriagePolicyVersion>> list() {
        return actors.current()
                .chain(actor -> triage.table(database.reading(), actor.courtId()))
                .map(table ->
                        table.versions().stream().map(TriagePolicyVersion::from).toList());
    }
}
