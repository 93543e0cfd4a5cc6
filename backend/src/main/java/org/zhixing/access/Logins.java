package org.zhixing.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** How the caller signed in: when they last proved who they are, and in which session of the identity provider. */
@ApplicationScoped
public class Logins {
    private final SecurityIdentity identity;

    Logins(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @param authenticatedAt the token's auth_time; null where it has none, as service accounts' */
    public record Login(
            @Nullable Instant authenticatedAt,
            @Nullable String session,
            @Nullable String level) {}

    public Login current() {
        return of(identity);
    }

    static Login of(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new Login(null, null, null);
        }
        return new Login(
                instant(token.getClaim("auth_time")), text(token.getClaim("sid")), text(token.getClaim("acr")));
    }

    private static @Nullable Instant instant(@Nullable Object seconds) {
        if (seconds instanceof Number number) {
            return Instant.ofEpochSecond(number.longValue());
        }
        // A JSON number of the token's own library, which prints itself.
        return seconds == null || !seconds.toString().matches("\\d{1,12}")
                ? null
                : Instant.ofEpochSecond(Long.parseLong(seconds.toString()));
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim == null ? null : claim.toString();
    }
}
