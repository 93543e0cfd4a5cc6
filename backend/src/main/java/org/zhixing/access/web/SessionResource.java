package org.zhixing.access.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Logins;
import org.zhixing.access.Sessions;
import org.zhixing.access.rules.Session;
import org.zhixing.flow.EndSession;
import org.zhixing.platform.Database;

/** Where the caller is signed in, and the way to end what should not be. */
@Path("/api/v1/me/sessions")
@Tag(name = "people")
public class SessionResource {
    private final Actors actors;
    private final Logins logins;
    private final Sessions sessions;
    private final EndSession ending;
    private final Database database;

    SessionResource(Actors actors, Logins logins, Sessions sessions, EndSession ending, Database database) {
        this.actors = actors;
        this.logins = logins;
        this.sessions = sessions;
        this.ending = ending;
        this.database = database;
    }

    /** A session. */
    @Schema(name = "Session")
    public record SessionView(
            UUID id,

            @Schema(description = "When the password was given")
            Instant signedInAt,

            @Schema(description = "The last request, to five minutes")
            Instant seenAt,

            @Nullable String address,

            @Schema(description = "What the browser calls itself") @Nullable
            String agent,

            @Schema(description = "Whether it is the one that asks")
            boolean current) {

        static SessionView of(Session s, @Nullable UUID current) {
            return new SessionView(s.id(), s.signedInAt(), s.seenAt(), s.address(), s.agent(), s.id().equals(current));
        }
    }

    @GET
    @Authenticated
    @Operation(operationId = "listSessions", summary = "Where the caller is signed in, the one used last first")
    public Uni<List<SessionView>> list() {
        String sid = logins.current().session();
        UUID current = sid == null ? null : Session.idOf(sid);
        return actors.current()
                .chain(actor -> sessions.of(database.reading(), actor))
                .map(all -> all.stream().map(s -> SessionView.of(s, current)).toList());
    }

    @DELETE
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "endSession",
            summary = "Ends one, at the identity provider too: the next login wants the password")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "Not the caller's, or over already")
    @APIResponse(responseCode = "503", description = "The identity provider does not answer; nothing has ended")
    public Uni<Void> end(@RestPath UUID id, @Context @Parameter(hidden = true) RoutingContext route) {
        return actors.current().chain(actor -> ending.end(actor, id, route));
    }
}
