package org.zhixing.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The life of a data folder around the server's first start, which may be killed half way. */
final class DataFolder {
    private static final String VERSION = "18";

    private final Path data;
    private final Path unfinished;

    DataFolder(Path data) {
        this.data = data;
        this.unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
    }

    /**
     * Removes a folder whose making was cut off: nobody ever worked with it.
     *
     * @throws CannotStart when another version of PostgreSQL wrote the data
     */
    void prepare() throws IOException {
        if (Files.exists(unfinished)) {
            delete();
        }
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            Files.createDirectories(data.getParent());
            Files.writeString(unfinished, "The first start has not finished.\n");
        } else if (!Files.readString(version).trim().equals(VERSION)) {
            throw new CannotStart("The data in " + data + " is of PostgreSQL "
                    + Files.readString(version).trim() + ", and this is PostgreSQL " + VERSION
                    + ": see docs/operations.md, Upgrade.");
        }
    }

    void finished() throws IOException {
        Files.deleteIfExists(unfinished);
    }

    private void delete() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
