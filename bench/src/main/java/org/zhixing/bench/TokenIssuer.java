package org.zhixing.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Stands for Keycloak: the discovery document, one key, and tokens signed with it as Keycloak signs them (RS256, 2048
 * bits), so that the API has the same work with every request. A real Keycloak would only take the processor away.
 */
final class TokenIssuer implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair keys;

    private TokenIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static TokenIssuer start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            TokenIssuer issuer = new TokenIssuer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                    generator.generateKeyPair());
            issuer.serve("/.well-known/openid-configuration", issuer.discovery());
            issuer.serve("/jwks", issuer.jwks());
            issuer.server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void serve(String path, Map<String, ?> answer) {
        byte[] body = Json.bytes(answer);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private Map<String, ?> discovery() {
        return Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/jwks",
                "token_endpoint", url() + "/token",
                "authorization_endpoint", url() + "/authorize",
                "end_session_endpoint", url() + "/logout");
    }

    private Map<String, ?> jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of("keys", new Object[] {
            Map.of(
                    "kty", "RSA",
                    "use", "sig",
                    "alg", "RS256",
                    "kid", "1",
                    "n", unsigned(key.getModulus()),
                    "e", unsigned(key.getPublicExponent()))
        });
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    /** A bearer token good for a day. */
    String token(String username, String[] roles) {
        long now = Instant.now().getEpochSecond();
        String head = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "1"));
        String claims = part(Map.of(
                "iss",
                url(),
                "sub",
                username,
                "preferred_username",
                username,
                "scope",
                "profile",
                "iat",
                now,
                "exp",
                now + 86_400,
                "realm_access",
                Map.of("roles", roles)));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return head + "." + claims + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> json) {
        return BASE64.encodeToString(Json.bytes(json));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
