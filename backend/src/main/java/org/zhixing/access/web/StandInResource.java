package org.zhixing.access.web;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.access.StandIns;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.StandIn;
import org.zhixing.access.rules.StandInPermits;
import org.zhixing.flow.LendRole;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** Who decides in the place of a leader that is away. */
@Path("/api/v1/stand-ins")
@Tag(name = "people")
public class StandInResource {
    private final Actors actors;
    private final Names names;
    private final StandIns standIns;
    private final LendRole lending;
    private final CourtClock clock;
    private final Database database;

    StandInResource(
            Actors actors, Names names, StandIns standIns, LendRole lending, CourtClock clock, Database database) {
        this.actors = actors;
        this.names = names;
        this.standIns = standIns;
        this.lending = lending;
        this.clock = clock;
        this.database = database;
    }

    /** A stand-in. */
    @Schema(name = "StandIn")
    public record StandInView(
            UUID id,
            PersonRef absent,
            PersonRef standIn,
            @Schema(examples = "director") String role,
            LocalDate from,
            LocalDate to,
            String reason,
            @Schema(description = "Whether it holds today") boolean holds,

            @Schema(description = "Whether it is the caller's to take back")
            boolean own) {

        static StandInView of(StandIn s, Actor actor, LocalDate today, Map<UUID, Names.Known> names) {
            return new StandInView(
                    s.id(),
                    who(s.absentId(), names),
                    who(s.standInId(), names),
                    s.role().roleName(),
                    s.from(),
                    s.to(),
                    s.reason(),
                    s.holds(today),
                    s.absentId().equals(actor.personId()));
        }

        private static PersonRef who(UUID id, Map<UUID, Names.Known> names) {
            return new PersonRef(id, names.getOrDefault(id, Names.Known.NOBODY).name());
        }
    }

    /** Somebody whom a role may be lent to, or whom separation of duties keeps from it. */
    @Schema(name = "StandInCandidate")
    public record Candidate(UUID id, String name, boolean excluded) {}

    @Schema(name = "NewStandIn")
    record NewStandIn(
            @Schema(description = "president or director, the caller's own", examples = "director") @NotBlank
            String role,

            @NotNull UUID standInId,
            @NotNull LocalDate from,
            @Schema(description = "The last day") @NotNull LocalDate to,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(operationId = "listStandIns", summary = "Who decides in whose place, today or later")
    public Uni<List<StandInView>> list() {
        LocalDate today = clock.today();
        return actors.current().chain(actor -> standIns.from(database.reading(), actor.courtId(), today)
                .chain(all -> names.of(actor.courtId()).map(known -> all.stream()
                        .map(s -> StandInView.of(s, actor, today, known))
                        .toList())));
    }

    @GET
    @Path("candidates")
    @RolesAllowed({Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(
            operationId = "listStandInCandidates",
            summary = "The court's people, and whom separation of duties keeps from standing in for that role")
    public Uni<List<Candidate>> candidates(@RestQuery @NotNull String role) {
        Role lent = role(role);
        return actors.current()
                .chain(actor -> actors.peopleOf(actor.courtId(), null, null).map(all -> all.stream()
                        .filter(p ->
                                !p.id().equals(actor.personId()) && !p.roles().contains(Role.INTEGRATION))
                        .map(p -> new Candidate(p.id(), p.name(), StandInPermits.excluded(lent, p.roles())))
                        .toList()));
    }

    @POST
    @RolesAllowed({Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(operationId = "lendRole", summary = "A leader who will be away names who decides in their place")
    @APIResponse(
            responseCode = "201",
            description = "Named, and told",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StandInView.class)))
    @APIResponse(responseCode = "403", description = "The role is not the caller's own")
    @APIResponse(responseCode = "409", description = "Somebody is in that place already on one of the days")
    @APIResponse(responseCode = "422", description = "Separation of duties excludes that person")
    public Uni<RestResponse<StandInView>> lend(
            @NotNull @Valid NewStandIn request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = new LendRole.Wish(
                role(request.role()),
                request.standInId(),
                request.from(),
                request.to(),
                request.reason().strip());
        return actors.current().chain(actor -> lending.lend(actor, wish, key)
                .chain(id -> standIns.from(database.reading(), actor.courtId(), clock.today())
                        .chain(all -> names.of(actor.courtId()).map(known -> all.stream()
                                .filter(s -> s.id().equals(id))
                                .map(s -> StandInView.of(s, actor, clock.today(), known))
                                .findFirst()
                                .orElseThrow())))
                .map(view -> RestResponse.status(RestResponse.Status.CREATED, view)));
    }

    @POST
    @Path("{id}/revocation")
    @RolesAllowed({Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(operationId = "revokeStandIn", summary = "Who lent it takes it back, from now on")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "403", description = "Somebody else lent it")
    @APIResponse(responseCode = "409", description = "It is over already")
    public Uni<Void> revoke(@RestPath UUID id) {
        return actors.current().chain(actor -> lending.revoke(actor, id));
    }

    private static Role role(String name) {
        return Role.of(name).orElseThrow(() -> Refusal.field("role", name, "field.unknown"));
    }
}
