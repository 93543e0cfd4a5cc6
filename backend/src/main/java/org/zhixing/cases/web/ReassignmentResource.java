package org.zhixing.cases.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.Reassign;
import org.zhixing.flow.ReassignMany;
import org.zhixing.platform.Messages;

/** Many cases go to another judge and executor of their team at once. */
@Path("/api/v1/cases/reassignments")
@Tag(name = "cases")
public class ReassignmentResource {
    private static final int MOST = 200;

    private final Actors actors;
    private final ReassignMany reassign;
    private final Messages messages;

    ReassignmentResource(Actors actors, ReassignMany reassign, Messages messages) {
        this.actors = actors;
        this.reassign = reassign;
        this.messages = messages;
    }

    /** The cases, the new pair, and why. */
    @Schema(name = "ReassignmentRequest")
    public record ReassignmentRequest(
            @NotEmpty @Size(max = MOST) List<@NotNull UUID> caseIds,
            @NotNull UUID judgeId,
            @NotNull UUID executorId,
            @NotBlank @Size(max = 500) String reason) {}

    /** What became of each case. */
    @Schema(name = "Reassignment")
    public record Reassignment(int done, int same, int refused, List<ReassignedCase> cases) {
        static Reassignment from(ReassignMany.Done all, Messages messages, Locale locale) {
            List<ReassignedCase> cases = all.cases().stream()
                    .map(each -> ReassignedCase.from(each, messages, locale))
                    .toList();
            return new Reassignment(
                    count(cases, ReassignMany.Outcome.DONE),
                    count(cases, ReassignMany.Outcome.SAME),
                    count(cases, ReassignMany.Outcome.REFUSED),
                    cases);
        }

        private static int count(List<ReassignedCase> cases, ReassignMany.Outcome outcome) {
            return Math.toIntExact(
                    cases.stream().filter(each -> each.outcome() == outcome).count());
        }
    }

    /** One case; a refused one says why, by which clause, and what would be lawful. */
    @Schema(name = "ReassignedCase")
    public record ReassignedCase(
            UUID caseId,

            @Schema(description = "Null where it is out of the caller's sight") @Nullable
            String number,

            ReassignMany.Outcome outcome,
            @Nullable String code,
            @Nullable String clause,
            @Nullable String reason,
            @Nullable String remedy) {
        static ReassignedCase from(ReassignMany.Each each, Messages messages, Locale locale) {
            ReassignMany.Why why = each.why();
            if (why == null) {
                return new ReassignedCase(each.caseId(), each.number(), each.outcome(), null, null, null, null);
            }
            String detail = messages.find(Messages.PROBLEMS, why.code() + ".detail", why.params(), locale);
            return new ReassignedCase(
                    each.caseId(),
                    each.number(),
                    each.outcome(),
                    why.code(),
                    why.clause(),
                    detail != null
                            ? detail
                            : messages.get(
                                    Messages.PROBLEMS, "status." + why.status() + ".detail", why.params(), locale),
                    messages.find(Messages.PROBLEMS, why.code() + ".remedy", why.params(), locale));
        }
    }

    @POST
    @RolesAllowed(Roles.TEAM_LEADER)
    @Operation(
            operationId = "reassignCases",
            summary = "The team leader gives up to 200 cases to another judge and executor of the team",
            description =
                    "One transaction: each case is reassigned with its nodes, is theirs already, or is refused for"
                            + " a reason of its own. Each of the two people is told once.")
    @APIResponse(responseCode = "200", description = "What became of each case, in the order asked for")
    public Uni<Reassignment> reassign(
            @NotNull @Valid ReassignmentRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        var wish = new Reassign.Wish(request.judgeId(), request.executorId(), request.reason());
        return actors.current()
                .chain(actor -> reassign.reassign(actor, request.caseIds(), wish, key))
                .map(done -> Reassignment.from(done, messages, Messages.locale(language)));
    }
}
