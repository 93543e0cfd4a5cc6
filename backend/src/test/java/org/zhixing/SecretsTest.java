package org.zhixing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks through everything that is kept here for what opens a door somewhere. */
class SecretsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final long LARGEST = 3_000_000;

    /** Made by builds and runs, and never kept. */
    private static final Set<String> NOT_KEPT = Set.of(
            ".git", "node_modules", "target", "dist", ".zhixing", "test-results", "playwright-report", ".quarkus");

    private static final Map<String, Pattern> SECRETS = Map.of(
            "private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*\\n[A-Za-z0-9+/=\\n]{40,}"),
            "cloud key", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "token of a code host", Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20})\\b"),
            "token of a chat", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            "signed token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            "address with a password",
                    Pattern.compile("\\b[a-z]{3,12}://[A-Za-z0-9_.-]{1,64}:[^\\s:/@{}$\"'<>]{6,64}@[A-Za-z0-9]"),
            "password",
                    Pattern.compile(
                            "(?i)[\"']?(password|passwd|secret|api_?key|access_?token)[\"']?\\s*[:=]\\s*[\"']([A-Za-z0-9+/=_!@#%^&*-]{16,})[\"']"));

    /** Values of tests, which open nothing but themselves, and names of places for one. */
    private static final Set<String> KNOWN = Set.of("a-secret-of-this-court", "zhixing_password", "keycloak_password");

    @Test
    void nothingKeptHereOpensADoor() throws IOException {
        List<String> found = new ArrayList<>();
        int[] looked = {0};
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_KEPT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && attributes.size() < LARGEST && !file.endsWith("docker/.env")) {
                    looked[0]++;
                    for (String secret : secretsIn(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))) {
                        found.add(ROOT.relativize(file) + ": " + secret);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(looked[0]).as("files looked at").isGreaterThan(1_000);
        assertThat(found).isEmpty();
    }

    /** Put together here, so that this file has none itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE" + " KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "ghp" + "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
                "postgresql://zhixing:" + "geheim-und-lang@db.example.cn/zhixing",
                "{\"secret\": " + "\"Zm9vYmFyYmF6cXV4MTIzNDU2\"}",
                "password = " + "'correct-horse-battery'",
            })
    void findsOneWhereThereIsOne(String text) {
        assertThat(secretsIn(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZHIXING_OIDC_SECRET: ${ZHIXING_OIDC_SECRET:?see docker/example.env}",
                "ZHIXING_PG_PASSWORD=change-me",
                "postgresql://localhost:5433/zhixing",
                "\"secret\": \"${ZHIXING_OIDC_SECRET}\""
            })
    void andNoneInAPlaceForOne(String text) {
        assertThat(secretsIn(text)).isEmpty();
    }

    private static List<String> secretsIn(String text) {
        List<String> found = new ArrayList<>();
        SECRETS.forEach((what, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String value = matcher.group(Math.min(2, matcher.groupCount()));
                if (matcher.groupCount() < 2 || !KNOWN.contains(value)) {
                    found.add(what + " at " + matcher.start());
                }
            }
        });
        return found;
    }
}
