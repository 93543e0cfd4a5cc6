package org.zhixing.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A WAV of noise, as long as is wanted and the same each time; nothing of it is kept. */
public final class LongSound {
    private static final int BLOCK = 1 << 16;
    private static final int HEADER = 44;

    private final long length;

    public LongSound(long length) {
        this.length = length;
    }

    public long length() {
        return length;
    }

    /** Writes the bytes from {@code from} (inclusive) to {@code to} (exclusive). */
    public void write(OutputStream out, long from, long to) throws IOException {
        for (long at = from; at < to; ) {
            int begin = (int) (at % BLOCK);
            int end = (int) Math.min(BLOCK, begin + to - at);
            out.write(block(at / BLOCK), begin, end - begin);
            at += end - begin;
        }
    }

    private byte[] block(long number) {
        byte[] block = new byte[BLOCK];
        new SplittableRandom(number).nextBytes(block);
        if (number == 0) {
            ByteBuffer.wrap(block)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(ascii("RIFF"))
                    .putInt((int) (length - 8))
                    .put(ascii("WAVEfmt "))
                    .putInt(16)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .putInt(16_000)
                    .putInt(32_000)
                    .putShort((short) 2)
                    .putShort((short) 16)
                    .put(ascii("data"))
                    .putInt((int) (length - HEADER));
        }
        return block;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public String sha256() {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            write(out, 0, length);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
