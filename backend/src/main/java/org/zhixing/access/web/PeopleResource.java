package org.zhixing.access.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.platform.Refusal;

/** The people of the caller's court: to choose handlers and to filter by person. */
@Path("/api/v1/people")
@Tag(name = "people")
public class PeopleResource {
    private final Actors actors;

    PeopleResource(Actors actors) {
        this.actors = actors;
    }

    /** A colleague. */
    @Schema(name = "Person")
    public record PersonView(
            UUID id, String username, String name, @Nullable Team team, List<String> roles) {
        static PersonView from(Person p) {
            return new PersonView(
                    p.id(),
                    p.username(),
                    p.name(),
                    p.team(),
                    p.roles().stream().map(Role::roleName).sorted().toList());
        }
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(operationId = "listPeople", summary = "People of the court, by team and role")
    public Uni<List<PersonView>> list(@RestQuery @Nullable Team team, @RestQuery @Nullable String role) {
        Role wanted =
                role == null ? null : Role.of(role).orElseThrow(() -> Refusal.field("role", role, "field.unknown"));
        return actors.current()
                .chain(actor -> actors.peopleOf(actor.courtId(), team, wanted))
                .map(all -> all.stream().map(PersonView::from).toList());
    }
}
