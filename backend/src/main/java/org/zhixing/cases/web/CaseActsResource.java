package org.zhixing.cases.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.flow.ArchiveCase;
import org.zhixing.flow.CloseCase;
import org.zhixing.flow.DecideTeam;
import org.zhixing.flow.Reassign;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Versions;

/** What people do to a case: decide its team, give it other handlers, close it, take it into the archive. */
@Path("/api/v1/cases/{id}")
@Tag(name = "cases")
public class CaseActsResource {
    private final Actors actors;
    private final CasePage page;
    private final DecideTeam decideTeam;
    private final Reassign reassign;
    private final CloseCase closeCase;
    private final ArchiveCase archiveCase;

    CaseActsResource(
            Actors actors,
            CasePage page,
            DecideTeam decideTeam,
            Reassign reassign,
            CloseCase closeCase,
            ArchiveCase archiveCase) {
        this.actors = actors;
        this.page = page;
        this.decideTeam = decideTeam;
        this.reassign = reassign;
        this.closeCase = closeCase;
        this.archiveCase = archiveCase;
    }

    /** The team the desk chooses, and why. */
    @Schema(name = "TeamDecision")
    public record TeamDecision(
            @NotNull Team team, @NotBlank @Size(max = 500) String reason) {}

    /** The new pair, and why. */
    @Schema(name = "HandlersRequest")
    public record HandlersRequest(
            @NotNull UUID judgeId,
            @NotNull UUID executorId,
            @NotBlank @Size(max = 500) String reason) {}

    /** How and when the case is closed. */
    @Schema(name = "ClosureRequest")
    public record ClosureRequest(
            @NotNull ClosureManner manner,
            @NotNull LocalDate closedOn,
            @Size(max = 500) @Nullable String reason) {}

    @POST
    @Path("team")
    @RolesAllowed(Roles.TRIAGE)
    @Operation(
            operationId = "decideTeam",
            summary = "The triage desk puts the case into a team, with a reason",
            description = "Team, handlers and nodes change in one transaction; the reason stays on the case.")
    public Uni<RestResponse<CaseDetail>> decideTeam(
            @RestPath UUID id,
            @NotNull @Valid TeamDecision wish,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int version = Versions.required(ifMatch);
        return act(id, language, actor -> decideTeam.decide(actor, id, version, wish.team(), wish.reason()));
    }

    @POST
    @Path("handlers")
    @RolesAllowed(Roles.TEAM_LEADER)
    @Operation(
            operationId = "reassignCase",
            summary = "The team leader gives the case to another judge and executor of the team")
    public Uni<RestResponse<CaseDetail>> reassign(
            @RestPath UUID id,
            @NotNull @Valid HandlersRequest wish,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int version = Versions.required(ifMatch);
        var pair = new Reassign.Wish(wish.judgeId(), wish.executorId(), wish.reason());
        return act(id, language, actor -> reassign.reassign(actor, id, version, pair));
    }

    @POST
    @Path("closure")
    @RolesAllowed(Roles.JUDGE)
    @Operation(
            operationId = "closeCase",
            summary = "The case's judge closes it",
            description = "终本 is refused here: it needs the final review desk.")
    public Uni<RestResponse<CaseDetail>> close(
            @RestPath UUID id,
            @NotNull @Valid ClosureRequest wish,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int version = Versions.required(ifMatch);
        var closure = new EnforcementCase.Closure(wish.manner(), wish.closedOn(), wish.reason());
        return act(id, language, actor -> closeCase.close(actor, id, version, closure));
    }

    @POST
    @Path("archiving")
    @RolesAllowed(Roles.ARCHIVE)
    @Operation(
            operationId = "archiveCase",
            summary = "The archive desk takes a closed case's volume into the archive",
            description = "Refused while money is on the case's account, while a node is owed its proof, or while the"
                    + " volume lacks what its way of closing wants. Afterwards the volume takes no more changes.")
    public Uni<RestResponse<CaseDetail>> archive(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int version = Versions.required(ifMatch);
        return act(id, language, actor -> archiveCase.archive(actor, id, version));
    }

    private Uni<RestResponse<CaseDetail>> act(UUID id, @Nullable String language, Function<Actor, Uni<Void>> act) {
        return actors.current()
                .chain(actor -> act.apply(actor).chain(() -> page.of(actor, id, Messages.locale(language))))
                .map(CaseResource::tagged);
    }
}
