package org.zhixing.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * No operation takes plain text. Without this the framework would make a request of any text for which it finds a
 * constructor, past all that reading JSON checks.
 */
public class BodyTypeFilter {
    private static final int UNSUPPORTED = 415;

    @ServerRequestFilter
    public void refusePlainText(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null
                && type.getType().equalsIgnoreCase("text")
                && type.getSubtype().equalsIgnoreCase("plain")) {
            throw Refusal.of(UNSUPPORTED, "http-415");
        }
    }
}
