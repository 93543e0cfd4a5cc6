package org.zhixing.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak over the same PostgreSQL. It is run by java itself and not by {@code kc.sh}, whose child would
 * outlive it.
 */
final class KeycloakServer {
    static final String NAME = "Keycloak";

    // As kc.sh sets them.
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            // A demo has few sign-ins: half the work at start counts more than the last of the speed.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Settings settings;
    private final Secrets secrets;
    private final KeycloakDistribution distribution;

    KeycloakServer(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.distribution = new KeycloakDistribution(settings.keycloakDir(), settings.keycloakZip());
    }

    /** Unpacks and builds what is missing: half a minute on the first start, nothing on the others. */
    void prepare(Stack stack, Console console) {
        if (distribution.isBuilt()) {
            return;
        }
        console.say("unpacking Keycloak into " + settings.keycloakDir() + " (once)");
        distribution.unpack();
        console.say("preparing Keycloak for PostgreSQL (once, about half a minute)");
        Part build =
                stack.start(() -> java(KeycloakDistribution.BUILD, Map.of()).start());
        build.process().onExit().join();
        stack.ended(build);
        build.stop().run();
        if (!Files.exists(settings.keycloakDir().resolve("lib/quarkus/build-system.properties"))) {
            throw new PartDied(build, "Keycloak could not be prepared");
        }
        distribution.markBuilt();
    }

    /**
     * Starts Keycloak. The demo's realm is made from its file whenever file, port or Keycloak's version differ from
     * the last start's: its database holds nothing else that is worth keeping.
     */
    Part start(PostgresServer postgres) {
        try {
            String realm = DemoRealm.text(
                    settings.realmFile("zhixing-realm.json"),
                    settings.realmFile("demo-people.json"),
                    Map.of(
                            "ZHIXING_URL",
                            settings.url(),
                            Secrets.OIDC,
                            secrets.get(Secrets.OIDC),
                            Secrets.INTEGRATION,
                            secrets.get(Secrets.INTEGRATION)));
            Path known = settings.home().resolve("realm.sha256");
            String fingerprint = sha256(realm + distribution.version());
            if (!Files.exists(known) || !Files.readString(known).equals(fingerprint)) {
                postgres.emptyKeycloakDatabase();
            }
            Path imports = Files.createDirectories(settings.keycloakDir().resolve("data/import"));
            Files.writeString(imports.resolve("zhixing-realm.json"), realm);
            Files.writeString(known, fingerprint);
            return java(arguments(), environment(postgres)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String readyUrl() {
        return settings.keycloakUrl() + "/realms/zhixing/.well-known/openid-configuration";
    }

    void stopOrphan() {
        java(List.of(), Map.of()).stopOrphan();
    }

    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + settings.keycloakPort(),
                "--hostname=" + settings.keycloakUrl(),
                "--cache=local");
    }

    private Map<String, String> environment(PostgresServer postgres) {
        return Map.of(
                "KC_DB_URL",
                postgres.keycloakJdbcUrl(),
                "KC_DB_USERNAME",
                Databases.KEYCLOAK,
                "KC_DB_PASSWORD",
                Databases.KEYCLOAK,
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.get(Secrets.KEYCLOAK_ADMIN));
    }

    private JavaServer java(List<String> keycloakArguments, Map<String, String> environment) {
        String mark = "-Dkc.home.dir=" + settings.keycloakDir();
        List<String> arguments = new ArrayList<>(JVM);
        arguments.add(mark);
        arguments.add("-Djboss.server.config.dir=" + settings.keycloakDir().resolve("conf"));
        arguments.add("-cp");
        arguments.add(settings.keycloakDir().resolve("lib/quarkus-run.jar").toString());
        arguments.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        arguments.addAll(keycloakArguments);
        return new JavaServer(NAME, settings, mark, arguments, environment);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
