package org.zhixing.access.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.ZhixingConfig;

/** Who am I, and which day is it at this court. */
@Path("/api/v1/me")
@Tag(name = "people")
public class MeResource {
    private final Actors actors;
    private final CourtClock clock;
    private final ZhixingConfig config;

    MeResource(Actors actors, CourtClock clock, ZhixingConfig config) {
        this.actors = actors;
        this.clock = clock;
        this.config = config;
    }

    /** The caller. */
    @Schema(name = "Me")
    public record Me(
            UUID personId,
            @Schema(examples = "executor-fast-1") String username,
            @Schema(examples = "赵某") String name,
            Court court,
            List<String> roles,
            @Nullable Team team,

            @Schema(description = "The court date in Asia/Shanghai")
            LocalDate today,

            boolean demo) {}

    /** A court. */
    @Schema(name = "Court")
    public record Court(@Schema(examples = "豫0505") String code, String name) {}

    @GET
    @Authenticated
    @Operation(operationId = "me", summary = "The caller: court, team, roles, and the court date")
    public Uni<Me> me() {
        return actors.current().chain(actor -> actors.person()
                .map(p -> new Me(
                        p.id(),
                        p.username(),
                        p.name(),
                        new Court(p.courtCode(), p.courtName()),
                        actor.roles().stream().map(Role::roleName).sorted().toList(),
                        p.team(),
                        clock.today(),
                        config.demo())));
    }
}
