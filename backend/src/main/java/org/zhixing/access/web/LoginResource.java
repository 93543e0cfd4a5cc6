package org.zhixing.access.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Starts the code flow at Keycloak and comes back to the page that was asked for. */
@Path("/login")
public class LoginResource {
    @GET
    @Authenticated
    @Operation(hidden = true)
    public Response login(@RestQuery @Nullable String to) {
        return Response.seeOther(URI.create(ownPath(to))).build();
    }

    /** Only a path of this site, so that a link cannot send people elsewhere after they sign in. */
    private static String ownPath(@Nullable String to) {
        boolean own = to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
        return own && to != null ? to : "/";
    }
}
