package org.zhixing.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Keycloak unpacked from its archive and built for PostgreSQL: both once, as they take half a minute. */
record KeycloakDistribution(Path dir, Path zip) {
    /** Options fixed at build time; health and metrics would open one more port. */
    static final List<String> BUILD = List.of("build", "--db=postgres");

    /** Whether {@link #unpack} and the build have been done for this archive and these options. */
    boolean isBuilt() {
        try {
            return Files.exists(marker()) && Files.readString(marker()).equals(version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void unpack() {
        Path unpacking = dir.resolveSibling(dir.getFileName() + ".unpacking");
        try {
            delete(unpacking);
            delete(dir);
            Files.createDirectories(unpacking);
            extract(unpacking);
            Files.move(unpacking, dir, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void extract(Path target) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                // The archive holds one folder, whose name is of no interest.
                Path inside = Path.of(entry.getName());
                if (entry.isDirectory() || inside.getNameCount() < 2) {
                    continue;
                }
                Path file =
                        target.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Outside of the archive's folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }

    void markBuilt() {
        try {
            Files.writeString(marker(), version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes when the archive or the build options change. */
    String version() throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            ZipEntry entry = archive.stream()
                    .filter(found -> found.getName().endsWith("/version.txt"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(zip + " is not an archive of Keycloak"));
            try (InputStream content = archive.getInputStream(entry)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8).trim() + " " + BUILD;
            }
        }
    }

    private Path marker() {
        return dir.resolve("zhixing-built");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
