package org.zhixing.signing.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature: it binds those bytes to a person, a moment and a login.
 *
 * @param sha256 of exactly what was signed, in lower-case hex
 */
public record Signature(Seat seat, UUID personId, String personName, String sha256, Instant signedAt, Login login) {

    /**
     * How the signer proved who they are.
     *
     * @param authenticatedAt when they last gave their password (auth_time); null where the token does not say
     * @param session the login's session at the identity provider
     * @param level the authentication context class (acr)
     */
    public record Login(
            @Nullable Instant authenticatedAt,
            @Nullable String session,
            @Nullable String level) {

        /** Whether the login is no older than that on this moment. */
        public boolean youngerThan(Duration age, Instant now) {
            return authenticatedAt != null && !authenticatedAt.plus(age).isBefore(now);
        }
    }
}
