package org.zhixing.testing;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs requests as the people of the demo, with real tokens of a test OIDC server. Roles are read from the demo's own SQL. */
public final class People {
    private static final Map<String, List<String>> ROLES = read();
    public static final String INTEGRATION = "service-account-zhixing-integration";

    private People() {}

    /** Everybody of both courts by username. */
    public static Set<String> all() {
        return ROLES.keySet();
    }

    public static List<String> rolesOf(String username) {
        return Objects.requireNonNull(ROLES.get(username), username);
    }

    /** A bearer token of that person, who has just given their password; a service has none to give. */
    public static String token(String username) {
        return username.equals(INTEGRATION)
                ? token(username, rolesOf(username), "cases:read cases:write nodes:read")
                : signed(claims(username, rolesOf(username), "profile")
                        .claim("auth_time", Instant.now().getEpochSecond()));
    }

    /** A bearer token with these roles and scopes, of whomever; it does not say when they gave their password. */
    public static String token(String username, List<String> roles, String scope) {
        return signed(claims(username, roles, scope));
    }

    private static JwtClaimsBuilder claims(String username, List<String> roles, String scope) {
        return Jwt.preferredUserName(username)
                .issuer("https://server.example.com")
                .audience("https://service.example.com")
                .subject(username)
                .claim("realm_access", Map.of("roles", roles))
                .claim("scope", scope);
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId("1").sign("privateKey.jwk");
    }

    /** A request by that person, who has just signed in, in Chinese. */
    public static RequestSpecification as(String username) {
        return carrying(token(username));
    }

    /** A request by that person, who gave their password that many seconds ago. */
    public static RequestSpecification signedInFor(String username, long seconds) {
        return carrying(signed(claims(username, rolesOf(username), "profile")
                .claim("auth_time", Instant.now().getEpochSecond() - seconds)
                .claim("sid", "session-of-" + username)));
    }

    /** A request by that person with a token that does not say when they gave their password. */
    public static RequestSpecification signedInSometime(String username) {
        return carrying(token(username, rolesOf(username), "profile"));
    }

    private static RequestSpecification carrying(String token) {
        return RestAssured.given().auth().oauth2(token).header("Accept-Language", "zh-CN");
    }

    private static Map<String, List<String>> read() {
        Pattern row = Pattern.compile("\\('豫\\d+', '([^']+)', '[^']+', '\\{([^}]*)\\}'");
        Map<String, List<String>> roles = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("db/demo/V900__demo_people.sql"))) {
            Matcher matcher = row.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                roles.put(matcher.group(1), List.of(matcher.group(2).split(",")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roles;
    }
}
