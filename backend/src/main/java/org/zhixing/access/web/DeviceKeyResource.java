package org.zhixing.access.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhixing.access.Actors;
import org.zhixing.access.DeviceKeys;
import org.zhixing.access.Roles;

/** The key of the caller's phone (docs/decisions/021-field-app.md). */
@Path("/api/v1/field/key")
@Tag(name = "field")
@RolesAllowed({
    Roles.PRESIDENT,
    Roles.DIRECTOR,
    Roles.TEAM_LEADER,
    Roles.JUDGE,
    Roles.EXECUTOR,
    Roles.JUDGE_ASSISTANT,
    Roles.CLERK,
    Roles.POLICE
})
public class DeviceKeyResource {
    private final Actors actors;
    private final DeviceKeys keys;

    DeviceKeyResource(Actors actors, DeviceKeys keys) {
        this.actors = actors;
        this.keys = keys;
    }

    @Schema(name = "DeviceKey")
    public record Key(
            Holder person,

            @Schema(description = "256 bits in Base64, the same at every sign-in of this person")
            String key) {}

    /** Whose key it is. */
    @Schema(name = "DeviceKeyHolder")
    public record Holder(UUID id, String name) {}

    @GET
    @Operation(
            operationId = "getDeviceKey",
            summary = "Who is signed in on this phone, and the key under which it keeps what is theirs")
    public Uni<RestResponse<Key>> key() {
        return actors.current().chain(actor -> keys.keyOf(actor)
                .map(bytes -> new Key(
                        new Holder(actor.personId(), actor.name()),
                        Base64.getEncoder().encodeToString(bytes)))
                .map(key -> RestResponse.ResponseBuilder.ok(key)
                        .header("Cache-Control", "no-store")
                        .build()));
    }
}
