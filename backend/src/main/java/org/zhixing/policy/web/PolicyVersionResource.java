package org.zhixing.policy.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.platform.Database;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Refusal;
import org.zhixing.policy.Policies;
import org.zhixing.policy.PolicyTexts;
import org.zhixing.policy.rules.PolicyKind;

/** What was published, by whom, when and why, and how versions differ. */
@Path("/api/v1/policy-versions/{kind}")
@Tag(name = "policy")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
})
public class PolicyVersionResource {
    private final Actors actors;
    private final Names names;
    private final Policies policies;
    private final PolicyTexts texts;
    private final Database database;

    PolicyVersionResource(Actors actors, Names names, Policies policies, PolicyTexts texts, Database database) {
        this.actors = actors;
        this.names = names;
        this.policies = policies;
        this.texts = texts;
        this.database = database;
    }

    /** A version as it was published. */
    @Schema(name = "PolicyVersion")
    public record PolicyVersion(
            int version,

            @Schema(description = "Events on this court date or later go by it; of a calendar its year's first day")
            LocalDate effectiveFrom,

            Instant publishedAt,

            @Schema(description = "Null for what the court began with") @Nullable
            PersonRef publishedBy,

            @Nullable String reason) {
        static PolicyVersion from(Publication version, Map<UUID, Names.Known> known) {
            UUID by = version.by();
            return new PolicyVersion(
                    version.version(),
                    version.effectiveFrom(),
                    version.at(),
                    by == null
                            ? null
                            : new PersonRef(
                                    by,
                                    known.getOrDefault(by, Names.Known.NOBODY).name()),
                    version.reason());
        }
    }

    @GET
    @Operation(operationId = "listPolicyVersions", summary = "All versions of a policy, the newest first")
    @APIResponse(responseCode = "200", description = "Versions, without their documents")
    public Uni<List<PolicyVersion>> list(@RestPath String kind) {
        PolicyKind of = PolicyDraftResource.kind(kind);
        return actors.current().chain(actor -> policies.versions(database.reading(), actor.courtId(), of)
                .chain(all -> names.of(actor.courtId()).map(known -> {
                    List<PolicyVersion> views = new ArrayList<>(all.stream()
                            .map(version -> PolicyVersion.from(version, known))
                            .toList());
                    Collections.reverse(views);
                    return views;
                })));
    }

    @GET
    @Path("differences")
    @Operation(operationId = "comparePolicyVersions", summary = "Where one version differs from another")
    @APIResponse(responseCode = "200", description = "Every place at which they differ")
    public Uni<List<PolicyDraftView.PolicyChange>> differences(
            @RestPath String kind, @RestQuery @Nullable Integer from, @RestQuery @Nullable Integer to) {
        PolicyKind of = PolicyDraftResource.kind(kind);
        return actors.current()
                .chain(actor -> policies.versions(database.reading(), actor.courtId(), of))
                .map(all -> PolicyDraftView.PolicyChange.from(
                        texts.differences(document(all, "from", from), document(all, "to", to))));
    }

    private static String document(List<Publication> all, String field, @Nullable Integer version) {
        if (version == null) {
            throw Refusal.field(field, null, "field.required");
        }
        return all.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .map(Publication::document)
                .orElseThrow(Refusal::notFound);
    }
}
