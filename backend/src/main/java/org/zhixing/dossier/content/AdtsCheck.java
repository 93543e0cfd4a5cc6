package org.zhixing.dossier.content;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Sound in frames of AAC without any container (ISO 13818-7 annex A), which no list of first bytes has. */
final class AdtsCheck {
    private static final int HEAD = 7;
    private static final int FRAMES = 3;

    private AdtsCheck() {}

    /** Whether it begins with frames, one right after the other: one head alone might be a coincidence. */
    static boolean is(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long at = 0;
            for (int frame = 0; frame < FRAMES && at < in.length(); frame++) {
                if (in.length() - at < HEAD) {
                    return false;
                }
                byte[] head = new byte[HEAD];
                in.seek(at);
                in.readFully(head);
                int length = (head[3] & 3) << 11 | (head[4] & 0xff) << 3 | (head[5] & 0xff) >> 5;
                // Twelve bits of one, any version, layer 0.
                if ((head[0] & 0xff) != 0xff || (head[1] & 0xf6) != 0xf0 || length < HEAD) {
                    return false;
                }
                at += length;
            }
            return at <= in.length();
        }
    }
}
