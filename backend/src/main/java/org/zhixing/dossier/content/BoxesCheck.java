package org.zhixing.dossier.content;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import org.zhixing.dossier.rules.Finding;

/** Whether a film or picture of boxes (ISO 14496-12) has as many bytes as its boxes say. */
final class BoxesCheck {
    private static final int HEAD = 8;

    private BoxesCheck() {}

    static Optional<Finding> check(Path file, String name) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long at = 0;
            while (in.length() - at >= HEAD) {
                in.seek(at);
                long length = in.readInt() & 0xffffffffL;
                in.readInt();
                if (length == 0) {
                    return Optional.empty();
                }
                if (length == 1) {
                    length = in.length() - at < 2 * HEAD ? -1 : in.readLong();
                }
                if (length < HEAD || length > in.length() - at) {
                    return Optional.of(Finding.of("file-corrupt", name));
                }
                at += length;
            }
            return Optional.empty();
        }
    }
}
