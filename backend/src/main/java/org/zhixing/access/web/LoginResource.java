package org.zhixing.access.web;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Starts the code flow at Keycloak and comes back to the page that was asked for. */
@Path("/login")
public class LoginResource {
    private final OidcSession session;

    LoginResource(OidcSession session) {
        this.session = session;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public Response login(@RestQuery @Nullable String to) {
        return Response.seeOther(URI.create(ownPath(to))).build();
    }

    /** Asks for the password once more, though somebody is signed in: what restricts a person or pays money wants that. */
    @GET
    @Path("/again")
    @Authenticated
    @Operation(hidden = true)
    public Uni<Response> again(@RestQuery @Nullable String to) {
        URI login = UriBuilder.fromPath("/login")
                .queryParam("prompt", "login")
                .queryParam("to", "{to}")
                .build(ownPath(to));
        // This site's session alone ends here: the next step would otherwise find it and ask nothing.
        return session.logout().replaceWith(() -> Response.seeOther(login).build());
    }

    /** Only a path of this site, so that a link cannot send people elsewhere after they sign in. */
    private static String ownPath(@Nullable String to) {
        boolean own = to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
        return own && to != null ? to : "/";
    }
}
