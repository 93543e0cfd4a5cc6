package org.zhixing.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.zhixing.platform.ZhixingConfig;

/** Where the bytes of uploads lie until they are whole, beside the store, so that they need not be copied into it. */
@ApplicationScoped
public class UploadPlace {
    private final Path folder;

    UploadPlace(ZhixingConfig config) {
        this.folder = config.files().directory().resolve("receiving");
    }

    /** The upload's file, in a folder that is there. */
    public Path of(UUID upload) {
        try {
            return Files.createDirectories(folder).resolve(upload.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are really there, whatever the database says. */
    public long bytes(UUID upload) {
        try {
            Path file = of(upload);
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void cut(UUID upload, long bytes) {
        try (var channel = java.nio.channels.FileChannel.open(of(upload), java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(UUID upload) {
        try {
            Files.deleteIfExists(of(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
