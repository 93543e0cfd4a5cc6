package org.zhixing.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What the person may choose, from the environment; the table is in README.md.
 *
 * @param root the checkout with its built parts
 * @param home where everything that outlives a run is kept
 * @param keycloakDir where Keycloak is unpacked; the browser stories share one over their passing homes
 * @param today the business date in Asia/Shanghai instead of the real one
 * @param todayFile a file that holds the business date and may be rewritten while all runs
 */
record Settings(
        Path root,
        Path home,
        Path keycloakDir,
        int port,
        int keycloakPort,
        int pgPort,
        Optional<LocalDate> today,
        Optional<Path> todayFile) {

    /** @throws CannotStart naming the setting that cannot be read */
    static Settings from(Path root, Map<String, String> env) {
        Path base = root.toAbsolutePath().normalize();
        Path home = base.resolve(env.getOrDefault("ZHIXING_HOME", ".zhixing")).normalize();
        Path keycloakDir = base.resolve(env.getOrDefault(
                "ZHIXING_KEYCLOAK_DIR", home.resolve("keycloak").toString()));
        return new Settings(
                base,
                home,
                keycloakDir.normalize(),
                port(env, "ZHIXING_PORT", 8080),
                port(env, "ZHIXING_KEYCLOAK_PORT", 8180),
                port(env, "ZHIXING_PG_PORT", 5433),
                date(env.getOrDefault("ZHIXING_TODAY", "")),
                file(base, env.getOrDefault("ZHIXING_TODAY_FILE", "")));
    }

    private static int port(Map<String, String> env, String name, int otherwise) {
        String value = env.getOrDefault(name, "");
        if (value.isBlank()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value.trim());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw new CannotStart(name + " must be a port between 1 and 65535, not \"" + value + "\".");
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return value.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(value.trim()));
        } catch (DateTimeParseException e) {
            throw new CannotStart("ZHIXING_TODAY must be a date like 2022-11-01, not \"" + value + "\".");
        }
    }

    private static Optional<Path> file(Path base, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        Path file = base.resolve(value.trim()).normalize();
        if (!Files.isReadable(file)) {
            throw new CannotStart("ZHIXING_TODAY_FILE is " + file + ", which cannot be read.");
        }
        return Optional.of(file);
    }

    Path apiJar() {
        return built("backend/target/quarkus-app/quarkus-run.jar");
    }

    Path keycloakZip() {
        return built("launcher/target/keycloak/keycloak.zip");
    }

    Path realmFile(String name) {
        return root.resolve("docker/keycloak").resolve(name);
    }

    String url() {
        return "http://localhost:" + port;
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloakPort;
    }

    Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    private Path built(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new CannotStart(file + " is missing: build it with ./run, or with ./mvnw package.");
        }
        return file;
    }

    void requireDifferentPorts() {
        if (port == keycloakPort || port == pgPort || keycloakPort == pgPort) {
            throw new CannotStart(
                    "ZHIXING_PORT, ZHIXING_KEYCLOAK_PORT and ZHIXING_PG_PORT must be three different ports," + " not "
                            + port + ", " + keycloakPort + " and " + pgPort + ".");
        }
    }
}
