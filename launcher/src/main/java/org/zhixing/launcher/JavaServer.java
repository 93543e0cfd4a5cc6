package org.zhixing.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java program run as a child with its log in a file. It is put into a session of its own, so that Ctrl-C at the
 * terminal reaches the launcher alone, which then stops all in the right order.
 *
 * @param mark a word of its command line that no other program has, to know an orphan by
 */
record JavaServer(
        String name, Settings settings, String mark, List<String> arguments, Map<String, String> environment) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Part start() {
        stopOrphan();
        Path log = settings.log(name.toLowerCase());
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.home().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            keepPrevious(log);
            ProcessHandle process = builder.start().toHandle();
            Files.writeString(pidFile(), process.pid() + "\n");
            return new Part(name, process, log, () -> stop(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void stop(ProcessHandle process) {
        process.destroy();
        if (!Signals.awaitEnd(process, PATIENCE)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Signals.awaitEnd(process, PATIENCE);
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a killed launcher has left behind; a reused pid is told by the command line. */
    void stopOrphan() {
        try {
            Optional<ProcessHandle> orphan = Files.exists(pidFile())
                    ? CommandLines.find(
                            Long.parseLong(Files.readString(pidFile()).trim()), mark)
                    : Optional.empty();
            orphan.ifPresent(this::stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException halfWritten) {
            // The launcher died while writing it; the port check will tell if the child lived on.
        }
    }

    private Path pidFile() {
        return settings.home().resolve(name.toLowerCase() + ".pid");
    }
}
