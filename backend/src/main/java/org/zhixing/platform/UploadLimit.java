package org.zhixing.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says with a problem that a body is too large, before any of it is kept. The server's own refusal has no body and cuts
 * the connection at once, so that a browser in the middle of sending often shows no answer at all.
 */
@ApplicationScoped
public class UploadLimit {
    /** After the request's id, before the server's own limit. */
    private static final int PRIORITY = 900;

    /** Under which a request's context has the length that a part of a resumable upload announces; 0: none. */
    public static final String ANNOUNCED = "zhixing.announced-length";

    private static final Duration SENDING_AT_MOST = Duration.ofSeconds(30);

    private final ProblemMapper problems;
    private final Json json;
    private final Vertx vertx;
    private final long most;

    UploadLimit(
            ProblemMapper problems,
            Json json,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.problems = problems;
        this.json = json;
        this.vertx = vertx;
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (isResumable(context.request())) {
            // Streamed to the disk and counted there; the server's own limit would look at this header.
            context.put(ANNOUNCED, announced(context.request()));
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
            context.next();
        } else if (announced(context.request()) > most) {
            refuse(context.request());
        } else {
            context.next();
        }
    }

    private static boolean isResumable(HttpServerRequest request) {
        return request.method() == HttpMethod.PATCH && request.path().startsWith("/api/v1/uploads/");
    }

    /** What cannot be read is left to the server, which refuses it. */
    private static long announced(HttpServerRequest request) {
        try {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private void refuse(HttpServerRequest request) {
        Locale locale = Messages.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.PROBLEM_JSON.toString())
                .end(json.text(problems.problem(problems.tooLarge(), locale)));
        throwAway(vertx, request);
    }

    /** What is still on its way is thrown away, or the sender would not read the answer; but not without an end. */
    public static void throwAway(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(
                SENDING_AT_MOST.toMillis(), late -> request.connection().close());
        request.endHandler(sent -> vertx.cancelTimer(timer))
                .handler(thrownAway -> {})
                .resume();
    }
}
