package org.zhixing.dossier.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says with every answer about uploads, refusals included, which protocol is spoken (tus 1.0). */
public class TusHeaders {
    static final String VERSION = "1.0.0";

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/api/v1/uploads")) {
            response.getHeaders().putSingle("Tus-Resumable", VERSION);
            response.getHeaders().putSingle("Tus-Version", VERSION);
            response.getHeaders().putSingle("Tus-Extension", "creation,checksum,termination");
        }
    }
}
