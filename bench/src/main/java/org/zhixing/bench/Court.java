package org.zhixing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zhixing.launcher.AuditKey;
import org.zhixing.launcher.Durability;
import org.zhixing.launcher.PostgresServer;

/** A court of its own in a folder: PostgreSQL whose data stays there, and the API on it. */
final class Court implements AutoCloseable {
    /** The court's date: its calendars are published, and the register's cases are of the year before. */
    static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    /** No background work, so that nothing but the request is in the server's log and on the processors. */
    static final Map<String, String> QUIET = Map.of(
            "ZHIXING_SWEEP_CRON", "off",
            "ZHIXING_OUTBOX_EVERY", "off",
            "ZHIXING_IMPORT_EVERY", "off",
            "ZHIXING_TALLY_EVERY", "off",
            "ZHIXING_DIGEST_EVERY", "off",
            "ZHIXING_SEAL_EVERY", "off");

    private final Path home;
    private final PostgresServer postgres;
    private final TokenIssuer issuer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Court(Path home, PostgresServer postgres, TokenIssuer issuer) {
        this.home = home;
        this.postgres = postgres;
        this.issuer = issuer;
    }

    static Court open(Path home, Durability durability) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PostgresServer postgres = PostgresServer.start(home.resolve("data"), 0, durability);
        Court court = new Court(home.toAbsolutePath(), postgres, TokenIssuer.start());
        // Ctrl-C leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(court::close));
        court.database()
                .run("alter system set log_line_prefix = '" + ServerLog.PREFIX + "'", "select pg_reload_conf()");
        return court;
    }

    Database database() {
        return new Database(postgres.port(), "zhixing", postgres.user());
    }

    Path home() {
        return home;
    }

    /** What the server wrote, told apart by {@link ServerLog}. */
    Path serverLog() {
        return home.resolve("postgres.log");
    }

    Api start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_PROFILE",
                "demo",
                "QUARKUS_HTTP_HOST",
                "localhost",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer.url(),
                "ZHIXING_OIDC_SECRET",
                "not-used",
                "ZHIXING_STATE_SECRET",
                "a-state-secret-of-at-least-32-bytes",
                "ZHIXING_PG_PORT",
                Integer.toString(postgres.port()),
                "ZHIXING_TMP",
                home.resolve("tmp").toString(),
                "ZHIXING_TODAY",
                TODAY.toString()));
        environment.put("ZHIXING_FILES", home.resolve("files").toString());
        environment.put("ZHIXING_AUDIT_KEY_FILE", AuditKey.in(home).toString());
        // What is measured is the system, and not its limit for one person.
        environment.put("ZHIXING_RATE", "0");
        environment.putAll(settings);
        return Api.start(home.resolve("api.log"), environment);
    }

    /** A token with the roles that the people's table knows of that person. */
    String token(String username) {
        return issuer.token(
                username,
                database()
                        .text("select array_to_string(roles, ',') from person where username = '" + username + "'")
                        .split(","));
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            issuer.close();
            postgres.close();
        }
    }
}
