package org.zhixing.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * No operation takes plain text. Without this the framework would make a request of any text for which it finds a
 * constructor, past all that reading JSON checks.
 */
public class BodyTypeFilter {
    private static final int UNSUPPORTED = 415;

    @ServerRequestFilter
    public void refusePlainText(ContainerRequestContext request) {
        // By its text: one that is no type at all is the framework's to refuse, and fails whoever reads it here.
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.TEXT_PLAIN)) {
            throw Refusal.of(UNSUPPORTED, "http-415");
        }
    }
}
