package org.zhixing.access.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.zhixing.access.Allowances;
import org.zhixing.platform.Refusal;

/** Refuses whoever asks too much at once, so that one caller's mistake does not keep a whole court waiting. */
public class RateFilter {
    private final SecurityIdentity identity;
    private final Allowances allowances;

    RateFilter(SecurityIdentity identity, Allowances allowances) {
        this.identity = identity;
        this.allowances = allowances;
    }

    @ServerRequestFilter
    public void limit(ContainerRequestContext request) {
        if (identity.isAnonymous()) {
            return;
        }
        long seconds = allowances.take(identity.getPrincipal().getName());
        if (seconds > 0) {
            throw Refusal.of(429, "too-many", seconds);
        }
    }
}
