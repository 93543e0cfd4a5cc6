package org.zhixing.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Behind TLS every answer says that for a year nothing here is asked for in the clear: a browser that was here once then
 * comes by TLS alone, whatever a link or a typed address says. Over plain HTTP the header would mean nothing.
 */
@ApplicationScoped
public class TransportSecurity {
    public static final String HEADER = "Strict-Transport-Security";
    private static final String ONE_YEAR = "max-age=31536000";
    private static final int BEFORE_ROUTES = 990;

    void register(@Observes Filters filters, ZhixingConfig config) {
        if (config.https()) {
            filters.register(
                    rc -> {
                        rc.response().putHeader(HEADER, ONE_YEAR);
                        rc.next();
                    },
                    BEFORE_ROUTES);
        }
    }
}
