package org.zhixing.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an id, taken from {@code X-Request-Id} where that is well formed; logs, audit rows and problems
 * carry it. Keeps where the request came from, which audit rows carry, too. And puts the wall up behind which no court's
 * rows are seen before it is known who calls.
 */
@ApplicationScoped
public class RequestIdFilter {
    public static final String KEY = "requestId";
    /** Where the request came from; work that no request has asked for has none. */
    public static final String ADDRESS = "clientAddress";

    public static final String HEADER = "X-Request-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(
                rc -> {
                    String id = idOf(rc.request());
                    MDC.put(KEY, id);
                    String address = addressOf(rc.request());
                    if (address != null) {
                        MDC.put(ADDRESS, address);
                    }
                    rc.response().putHeader(HEADER, id);
                    CourtWall.raise();
                    rc.next();
                },
                1000);
    }

    /** As the connection says or, where the court's proxy is believed, as that says. */
    public static @Nullable String addressOf(HttpServerRequest request) {
        SocketAddress from = request.remoteAddress();
        return from == null ? null : from.hostAddress();
    }

    private static String idOf(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
