package org.zhixing.dossier.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhixing.dossier.rules.Finding;

/** Whether a film or picture of boxes (ISO 14496-12) has as many bytes as its boxes say. */
final class BoxesCheck {
    private static final int HEAD = 8;
    private static final int BRAND = 4;

    private BoxesCheck() {}

    /** Whether it is QuickTime's own: of that brand, or so old that it names none. */
    static boolean isApples(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD + BRAND), StandardCharsets.ISO_8859_1);
            return !head.startsWith("ftyp", BRAND) || head.startsWith("qt  ", HEAD);
        }
    }

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
