package org.zhixing.dossier.web;

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
import org.zhixing.dossier.Catalogues;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versioned;

/** Published versions of the policy of volumes. */
@Path("/api/v1/dossier-policies")
@Tag(name = "policy")
public class DossierPolicyResource {
    private final Actors actors;
    private final Catalogues catalogues;
    private final Database database;

    DossierPolicyResource(Actors actors, Catalogues catalogues, Database database) {
        this.actors = actors;
        this.catalogues = catalogues;
        this.database = database;
    }

    /** A version of the policy of volumes. */
    @Schema(name = "DossierPolicyVersion")
    public record DossierPolicyVersion(
            int version,

            @Schema(description = "Volumes are judged by it from this court date on")
            LocalDate effectiveFrom,

            Catalogue document) {
        static DossierPolicyVersion from(Versioned<Catalogue> version) {
            return new DossierPolicyVersion(version.version(), version.effectiveFrom(), version.document());
        }
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(
            operationId = "listDossierPolicies",
            summary =
                    "All versions of the catalogue of volumes and of what each way of closing wants, the oldest first")
    @APIResponse(responseCode = "200", description = "Versions, each with its whole document")
    public Uni<List<DossierPolicyVersion>> list() {
        return actors.current()
                .chain(actor -> catalogues.versions(database.reading(), actor.courtId()))
                .map(all -> all.stream().map(DossierPolicyVersion::from).toList());
    }
}
