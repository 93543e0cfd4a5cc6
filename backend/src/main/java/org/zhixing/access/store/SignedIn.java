package org.zhixing.access.store;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Database;
import org.zhixing.platform.RequestIdFilter;

/**
 * Keeps the tokens of signed-in people in the database, so that any instance serves any session and the browser holds
 * only a random key. What is read from the table never suffices to forge a cookie: it keeps the key's hash.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class SignedIn implements TokenStateManager {
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_AGENT = 300;

    /** Written at most every five minutes, not at every request. */
    private static final String SEEN = "with seen as (update signed_in set seen_at = now()"
            + " where key_hash = $1 and seen_at < now() - interval '5 minutes') ";

    private final Database database;

    SignedIn(Database database) {
        this.database = database;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext route,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        // What is known of the session whose tokens are renewed here; of a new one, nothing yet: they come encrypted.
        Known known = Known.of(route)
                .map(before -> new Known(hash(key), config, before.session(), before.username(), before.signedInAt()))
                .orElseGet(() -> new Known(hash(key), config, null, null, null));
        route.put(Known.KEY, known);
        return Database.execute(
                        database.reading(),
                        "insert into signed_in (key_hash, id_token, access_token, refresh_token, expires_in, scope,"
                                + " session_id, username, signed_in_at, address, agent, seen_at, expires_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now(),"
                                + " now() + interval '12 hours')",
                        known.keyHash(),
                        tokens.getIdToken(),
                        tokens.getAccessToken(),
                        tokens.getRefreshToken(),
                        tokens.getAccessTokenExpiresIn(),
                        tokens.getAccessTokenScope(),
                        known.session(),
                        known.username(),
                        known.signedInAt(),
                        RequestIdFilter.addressOf(route.request()),
                        agent(route.request()))
                .replaceWith(key);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext route,
            OidcTenantConfig config,
            String tokenState,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        String keyHash = hash(tokenState);
        return Database.first(
                        database.reading(),
                        SEEN + "select id_token, access_token, refresh_token, expires_in, scope, session_id, username,"
                                + " signed_in_at from signed_in where key_hash = $1 and expires_at > now()",
                        row -> {
                            route.put(
                                    Known.KEY,
                                    new Known(
                                            keyHash,
                                            config,
                                            row.getUUID(5),
                                            row.getString(6),
                                            row.get(OffsetDateTime.class, 7)));
                            return new AuthorizationCodeTokens(
                                    row.getString(0),
                                    row.getString(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getString(4));
                        },
                        keyHash)
                .map(found -> found.orElseThrow(() -> new AuthenticationFailedException("The session has ended")));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext route, OidcTenantConfig config, String tokenState, OidcRequestContext<Void> request) {
        return Database.execute(database.reading(), "delete from signed_in where key_hash = $1", hash(tokenState))
                .replaceWithVoid();
    }

    /**
     * What is known of the session that a request came with.
     *
     * @param keyHash under which its tokens lie
     */
    public record Known(
            String keyHash,
            OidcTenantConfig config,
            @Nullable UUID session,
            @Nullable String username,
            @Nullable OffsetDateTime signedInAt) {
        private static final String KEY = Known.class.getName();

        /** Empty where the request came with a token of its own, as clients of the API do. */
        public static Optional<Known> of(RoutingContext route) {
            return Optional.ofNullable(route.get(KEY));
        }
    }

    /** A token of another session as the identity provider gave it: they lie encrypted, under the key of the house. */
    static String opened(RoutingContext route, String token) {
        return Known.of(route)
                .map(known -> OidcUtils.decryptToken(token, route, known.config()))
                .orElse(token);
    }

    /** Forgets sessions that have run out. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Database.execute(database.reading(), "delete from signed_in where expires_at < now()")
                .replaceWithVoid();
    }

    private static @Nullable String agent(HttpServerRequest request) {
        String said = request.getHeader(HttpHeaders.USER_AGENT);
        return said == null ? null : said.substring(0, Math.min(said.length(), LONGEST_AGENT));
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
