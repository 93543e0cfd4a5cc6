package org.zhixing.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells a text file's encoding by reading all of it strictly: what is valid UTF-8 to the last byte is UTF-8, else what
 * is valid GB18030 is that. Guessing by statistics would sometimes be wrong, and a wrong name is a wrong party.
 */
final class Encodings {
    private static final List<Charset> CANDIDATES = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final int BUFFER = 1 << 16;

    private Encodings() {}

    static Charset of(Path file) throws IOException {
        for (Charset candidate : CANDIDATES) {
            if (valid(file, candidate)) {
                return candidate;
            }
        }
        throw new SheetRefused(SheetFault.ENCODING);
    }

    private static boolean valid(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                if (decoder.decode(bytes, chars.clear(), end).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !decoder.flush(chars.clear()).isError();
        }
    }
}
