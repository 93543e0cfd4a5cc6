package org.zhixing.testing;

import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.zhixing.launcher.ApiMemory;
import org.zhixing.launcher.AuditKey;
import org.zhixing.launcher.Durability;
import org.zhixing.launcher.PostgresServer;

/**
 * A PostgreSQL of its own and any number of instances of the packaged API on it, with the demo's people and tokens of a
 * test OIDC server. Logs are kept in {@code target/deployment-NAME-*}.
 */
public final class Deployment implements AutoCloseable {
    private static final Duration ENDED_AT_MOST = Duration.ofSeconds(20);

    private final Path home;
    private final Durability durability;
    private PostgresServer postgres;
    private final OidcWiremockTestResource oidc = new OidcWiremockTestResource();
    private final Map<String, String> environment = new HashMap<>();
    private final List<ApiProcess> instances = new ArrayList<>();
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    /** @param settings environment variables of every instance */
    public Deployment(String name, Map<String, String> settings) {
        this(name, settings, Durability.DISPOSABLE);
    }

    /** @param durability what a commit is worth to a test that lets PostgreSQL crash */
    public Deployment(String name, Map<String, String> settings, Durability durability) {
        this.durability = durability;
        try {
            home = Files.createTempDirectory(Path.of("target"), "deployment-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres = PostgresServer.start(home.resolve("data"), 0, durability);
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        // The tables are there before the first instance, so that a test can fill them and put its barriers up.
        Flyway.configure()
                .dataSource(source)
                .locations("db/migration", "db/demo")
                .load()
                .migrate();
        environment.put("QUARKUS_PROFILE", "demo");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", oidc.start().get("keycloak.url") + "/realms/quarkus/");
        environment.put("ZHIXING_OIDC_SECRET", "secret");
        environment.put("ZHIXING_STATE_SECRET", "a-state-secret-for-tests-32-bytes!");
        environment.put("ZHIXING_PG_PORT", Integer.toString(postgres.port()));
        environment.put("ZHIXING_TMP", home.resolve("tmp").toString());
        environment.put("ZHIXING_FILES", home.resolve("files").toString());
        environment.put("ZHIXING_AUDIT_KEY_FILE", AuditKey.in(home).toString());
        environment.put("ZHIXING_TODAY", "2022-11-01");
        // A test asks as one person what a court asks in a day.
        environment.put("ZHIXING_RATE", "0");
        environment.putAll(settings);
    }

    /** Begins to start one more instance. */
    public ApiProcess start() {
        return start(List.of("-Xmx384m"));
    }

    /** The same, with the memory that {@code ./run} gives. */
    public ApiProcess startAsRun() {
        return start(ApiMemory.OPTIONS);
    }

    private ApiProcess start(List<String> memory) {
        Path log = home.resolve("api-" + (instances.size() + 1) + ".log");
        ApiProcess instance = ApiProcess.start(freePort(), log, memory, environment);
        instances.add(instance);
        return instance;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL for PostgreSQL, and a start with what its commits left: every session is gone, no instance is told. */
    public void crashPostgres() {
        int port = postgres.port();
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        postmaster.destroyForcibly();
        Patience.until(ENDED_AT_MOST, "no process of the dead PostgreSQL", () -> all.stream()
                .noneMatch(ProcessHandle::isAlive));
        postgres.close();
        postgres = PostgresServer.start(home.resolve("data"), port, durability);
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"))
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CourtData data() {
        return new CourtData(source);
    }

    public LateNodes lateNodes() {
        return new LateNodes(data());
    }

    /** Stops every transaction that writes such a row; see {@link Barrier}. */
    public Barrier barrier(String table, String condition) {
        return new Barrier(source, data(), table, condition);
    }

    /** Keeps everybody from reading these tables; see {@link ShutTables}. */
    public ShutTables shut(String... tables) {
        return new ShutTables(source, data(), List.of(tables));
    }

    @Override
    public void close() {
        instances.forEach(ApiProcess::close);
        oidc.stop();
        postgres.close();
        // Some hundred megabytes, of which a failed test needs the logs only.
        Folders.delete(home.resolve("data"));
        Folders.delete(home.resolve("postgres-bin"));
    }
}
