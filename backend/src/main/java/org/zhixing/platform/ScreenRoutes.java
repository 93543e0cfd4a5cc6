package org.zhixing.platform;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Screens have addresses of their own that no file answers: a browser that asks for one gets its application. */
@ApplicationScoped
public class ScreenRoutes {
    /** No address of the server itself, and no file: a missing asset must stay 404. */
    private static final Pattern SCREEN = Pattern.compile("/(?!api/|q/|login|logout|metrics)[^.]+");

    /** The officers' phones have an application of their own. */
    private static final String FIELD = "/field";

    /** What keeps its name when its content changes: pages, and what tells a phone that there is a newer app. */
    private static final Pattern KEEPS_ITS_NAME = Pattern.compile("/(?!api/|q/|(field/)?assets/).*");

    /** Whoever signs out comes back to the start page; this tells that it was the field app that they left. */
    private static final String AFTER = "zhixing-after";

    void register(@Observes Router router) {
        router.get().order(-1000).handler(ScreenRoutes::answer);
    }

    private static void answer(RoutingContext context, String path) {
        if (path.equals(FIELD)) {
            // Its files and its service worker are found from within the folder only.
            context.redirect(FIELD + "/");
        } else {
            context.reroute(path.startsWith(FIELD + "/") ? FIELD + "/index.html" : "/");
        }
    }

    private static void answer(RoutingContext context) {
        if (KEEPS_ITS_NAME.matcher(context.normalizedPath()).matches()) {
            // Asked for anew each time: else a day would pass before a release is seen.
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        String accepts = context.request().getHeader(HttpHeaders.ACCEPT);
        boolean page = accepts != null && accepts.contains("text/html");
        if (page && context.normalizedPath().equals("/") && context.request().getCookie(AFTER) != null) {
            context.response().addCookie(Cookie.cookie(AFTER, "").setPath("/").setMaxAge(0));
            context.redirect(FIELD + "/");
        } else if (page && SCREEN.matcher(context.normalizedPath()).matches()) {
            answer(context, context.normalizedPath());
        } else {
            context.next();
        }
    }
}
