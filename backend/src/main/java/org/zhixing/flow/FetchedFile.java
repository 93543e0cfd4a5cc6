package org.zhixing.flow;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/** Puts a kept file on this machine's disk, as what reads it wants to go to and fro in it. */
@ApplicationScoped
public class FetchedFile {
    private final Database database;
    private final org.zhixing.dossier.Files files;
    private final Path tmp;

    FetchedFile(Database database, org.zhixing.dossier.Files files, ZhixingConfig config) {
        this.database = database;
        this.files = files;
        this.tmp = config.tmp();
    }

    /** Blocks; whoever asked deletes it. What a killed process left behind of that import is deleted first. */
    Path fetch(UUID importId, UUID fileId, long size) throws IOException {
        Path folder = Files.createDirectories(tmp.resolve("imports"));
        removeLeftovers(folder, importId + "-");
        Path file = Files.createTempFile(folder, importId + "-", ".import");
        Multi<Buffer> chunks = files.read(database.reading(), fileId, 0, size);
        try (OutputStream out = Files.newOutputStream(file)) {
            // Two chunks of a mebibyte on their way at a time, so that a large file costs no memory.
            for (Buffer chunk : chunks.subscribe().asIterable(2, () -> new ArrayBlockingQueue<>(4))) {
                out.write(chunk.getBytes());
            }
            return file;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static void removeLeftovers(Path folder, String prefix) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
