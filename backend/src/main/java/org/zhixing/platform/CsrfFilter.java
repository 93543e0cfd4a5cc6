package org.zhixing.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * CSRF defence for requests that ride on the session cookie: a changing request must carry a header that no form and
 * no cross-origin script can send without a preflight, and must not come from another site. Bearer requests prove
 * themselves by their token.
 */
public class CsrfFilter {
    public static final String HEADER = "X-Zhixing-Csrf";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    public void refuseForged(ContainerRequestContext request) {
        boolean cookie = request.getCookies().keySet().stream().anyMatch(name -> name.startsWith("q_session"));
        if (SAFE.contains(request.getMethod()) || !cookie) {
            return;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign || request.getHeaderString(HEADER) == null) {
            throw Refusal.of(403, "csrf");
        }
    }
}
