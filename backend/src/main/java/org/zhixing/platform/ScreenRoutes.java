package org.zhixing.platform;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
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

    /** How the session's cookies are called; a long one comes in pieces. */
    private static final String SESSION = OidcUtils.SESSION_COOKIE_NAME;

    /** What keeps its name when its content changes: pages, and what tells a phone that there is a newer app. */
    private static final Pattern KEEPS_ITS_NAME = Pattern.compile("/(?!api/|q/|(field/)?assets/).*");

    /** Whoever signs out comes back to the start page; this tells that it was the field app that they left. */
    private static final String AFTER = "zhixing-after";

    /** Before whoever asks is looked at, which is done at 200. */
    private static final int EARLY = 250;

    void register(@Observes Router router) {
        router.get().order(-1000).handler(ScreenRoutes::answer);
    }

    /**
     * A screen is everybody's, so that nobody is asked for: with the cookie of a session that is over (the browser of last
     * night) it would be refused as if it were data, and the way to sign in is on it.
     */
    void forEverybody(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.request().method() == HttpMethod.GET && asksForScreen(context)) {
                        // Taken out of this request; the browser keeps them.
                        context.request().cookies().stream()
                                .map(Cookie::getName)
                                .filter(name -> name.startsWith(SESSION))
                                .toList()
                                .forEach(name -> context.response().removeCookies(name, false));
                    }
                    context.next();
                },
                EARLY);
    }

    private static boolean asksForScreen(RoutingContext context) {
        String path = context.normalizedPath();
        return takesPage(context) && (path.equals("/") || SCREEN.matcher(path).matches());
    }

    private static boolean takesPage(RoutingContext context) {
        String accepts = context.request().getHeader(HttpHeaders.ACCEPT);
        return accepts != null && accepts.contains("text/html");
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
        boolean page = takesPage(context);
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
