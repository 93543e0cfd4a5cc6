package org.zhixing.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Starts PostgreSQL, Keycloak and the API, in this order, and stops them in the other one when told to end or when one
 * of them dies. Argument: the root of the checkout. Settings: the environment, see {@link Settings}.
 */
public final class Main {
    /** Held for the life of the process: the garbage collector would close an unused one and free the home. */
    private static @Nullable DirectoryLock home;

    private final Settings settings;
    private final Console console;
    private final Stack stack;

    private Main(Settings settings, Console console, Stack stack) {
        this.settings = settings;
        this.console = console;
        this.stack = stack;
    }

    public static void main(String[] args) throws InterruptedException {
        Console console = new Console();
        Stack stack = new Stack(console);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stopAll, "stop"));
        try {
            Settings settings = Settings.from(Path.of(args.length == 0 ? "." : args[0]), System.getenv());
            home = DirectoryLock.take(
                    settings.home().resolve("lock"),
                    "Zhixing is already running on " + settings.home()
                            + ": stop that one first, or choose another folder with ZHIXING_HOME.");
            new Main(settings, console, stack).start();
            Part dead = stack.awaitFirstDeath();
            throw new PartDied(dead, dead.name() + " ended by itself");
        } catch (PartDied e) {
            quietWhileStopping(stack);
            console.complain(e.getMessage() + "; the end of " + e.part().log() + ":");
            console.tail(e.part().log());
        } catch (CannotStart e) {
            quietWhileStopping(stack);
            console.complain(e.getMessage());
        } catch (RuntimeException e) {
            quietWhileStopping(stack);
            console.complain("The start failed: " + e);
        }
        System.exit(1);
    }

    /** Whatever goes wrong after Ctrl-C is its consequence: the shutdown hook has the word, and ends the process. */
    private static void quietWhileStopping(Stack stack) throws InterruptedException {
        if (stack.isStopping()) {
            Thread.currentThread().join();
        }
    }

    private void start() throws InterruptedException {
        Secrets secrets = Secrets.in(settings.home());
        KeycloakServer keycloak = new KeycloakServer(settings, secrets);
        ApiServer api = new ApiServer(settings, secrets);
        writePid();
        settings.requireDifferentPorts();
        api.stopOrphan();
        keycloak.stopOrphan();
        Ports.requireFree(settings.port(), "the web page", "ZHIXING_PORT");
        Ports.requireFree(settings.keycloakPort(), "Keycloak", "ZHIXING_KEYCLOAK_PORT");

        console.say("starting PostgreSQL on port " + settings.pgPort());
        PostgresServer postgres = startPostgres();
        keycloak.prepare(stack, console);
        console.say("starting Keycloak on port " + settings.keycloakPort());
        Readiness.await(stack.start(() -> keycloak.start(postgres)), keycloak.readyUrl(), console);
        console.say("starting the API on port " + settings.port());
        Readiness.await(stack.start(api::start), api.readyUrl(), console);
        console.say("ready at " + settings.url() + " · sign in as triage, node-control, executor-fast-1, judge-fast-1,"
                + " director, president or another demo user of README.md, password zhixing · Ctrl-C stops all");
    }

    private PostgresServer startPostgres() {
        Path data = settings.home().resolve("postgres/data");
        PostgresServer[] server = new PostgresServer[1];
        stack.start(() -> {
            PostgresServer started = PostgresServer.start(data, settings.pgPort());
            server[0] = started;
            return new Part("PostgreSQL", started.process(), PostgresServer.log(data), started::close);
        });
        return server[0];
    }

    /** For {@code ./run}, which wants to know before it builds whether this home is taken. */
    private void writePid() {
        try {
            Files.writeString(
                    settings.home().resolve("launcher.pid"),
                    ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
