package org.zhixing.signing.web;

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
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.SigningPolicy;

/** Published versions of who signs what. */
@Path("/api/v1/signing-policies")
@Tag(name = "policy")
public class SigningPolicyResource {
    private final Actors actors;
    private final SigningPolicies policies;
    private final Database database;

    SigningPolicyResource(Actors actors, SigningPolicies policies, Database database) {
        this.actors = actors;
        this.policies = policies;
        this.database = database;
    }

    /** A version of the signing rules. */
    @Schema(name = "SigningPolicyVersion")
    public record SigningPolicyVersion(
            int version,

            @Schema(description = "Papers fixed on this court date or later are signed by it")
            LocalDate effectiveFrom,

            SigningPolicy document) {
        static SigningPolicyVersion from(Versioned<SigningPolicy> version) {
            return new SigningPolicyVersion(version.version(), version.effectiveFrom(), version.document());
        }
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(
            operationId = "listSigningPolicies",
            summary = "All versions of who signs which paper, the oldest first",
            description = "A paper is signed by the version that was in force when it was fixed.")
    @APIResponse(responseCode = "200", description = "Versions, each with its whole document")
    public Uni<List<SigningPolicyVersion>> list() {
        return actors.current()
                .chain(actor -> policies.versions(database.reading(), actor.courtId()))
                .map(all -> all.stream().map(SigningPolicyVersion::from).toList());
    }
}
