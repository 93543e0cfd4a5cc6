package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.PublishFundsPolicy;
import org.zhixing.ledger.FundsPolicies;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Who signs what sum, by version and date. */
@Path("/api/v1/funds-policies")
@Tag(name = "funds")
public class FundsPolicyResource {
    private final Actors actors;
    private final Names names;
    private final FundsPolicies policies;
    private final PublishFundsPolicy publishing;
    private final CourtClock clock;
    private final Database database;

    FundsPolicyResource(
            Actors actors,
            Names names,
            FundsPolicies policies,
            PublishFundsPolicy publishing,
            CourtClock clock,
            Database database) {
        this.actors = actors;
        this.names = names;
        this.policies = policies;
        this.publishing = publishing;
        this.clock = clock;
        this.database = database;
    }

    /** A version of the policy. */
    @Schema(name = "FundsPolicy")
    public record FundsPolicyView(
            int version,

            @Schema(description = "Applications on this court date or later go by it")
            LocalDate effectiveFrom,

            @Schema(description = "Above this sum the president signs, too", examples = "500000.00")
            String presidentAbove,

            String clause,

            @Schema(description = "Whether it is in force today")
            boolean inForce,

            Instant publishedAt,

            @Schema(description = "Null for what the court began with") @Nullable
            PersonRef publishedBy,

            @Nullable String reason) {

        static FundsPolicyView from(FundsPolicies.Published p, int inForce, Map<UUID, Names.Known> names) {
            UUID by = p.by();
            return new FundsPolicyView(
                    p.version(),
                    p.effectiveFrom(),
                    Money.text(p.policy().presidentAbove()),
                    p.policy().clause(),
                    p.version() == inForce,
                    p.at(),
                    by == null ? null : PayeeView.person(by, names),
                    p.reason());
        }
    }

    /** The next version. */
    @Schema(name = "FundsPolicyRequest")
    public record Wanted(
            @Schema(examples = "500000.00") @Nullable String presidentAbove,
            @NotBlank @Size(max = 100) String clause,

            @NotNull @Schema(description = "Court date: not in the past, and after the version before")
            LocalDate effectiveFrom,

            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(operationId = "listFundsPolicies", summary = "All versions of who signs what sum, the newest first")
    public Uni<List<FundsPolicyView>> list() {
        return actors.current().chain(this::all);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "publishFundsPolicy",
            summary = "Publishes the next version; what was published never changes",
            description = "Disbursements keep the figure of the day on which they were applied for.")
    @APIResponse(
            responseCode = "201",
            description = "Published; all versions, the newest first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FundsPolicyView[].class)))
    public Uni<RestResponse<List<FundsPolicyView>>> publish(
            @NotNull @Valid Wanted request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = new PublishFundsPolicy.Wish(
                Amounts.read("presidentAbove", request.presidentAbove()),
                request.clause().strip(),
                request.effectiveFrom(),
                request.reason().strip());
        return actors.current()
                .chain(actor -> publishing.publish(actor, wish, key).chain(() -> all(actor)))
                .map(all -> RestResponse.status(RestResponse.Status.CREATED, all));
    }

    private Uni<List<FundsPolicyView>> all(Actor actor) {
        int court = actor.courtId();
        return policies.published(database.reading(), court)
                .chain(all -> policies.inForce(database.reading(), court, clock.today())
                        .chain(now -> names.of(court).map(known -> all.stream()
                                .map(each -> FundsPolicyView.from(each, now.version(), known))
                                .toList())));
    }
}
