package org.zhixing.dossier.content;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.Finding;

/** Whether a picture has a bearable size, all of its bytes, and no others; nothing of it is unpacked. */
final class PictureCheck {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP2 = 0xe2;
    private static final int MOST_PAGES = 2_000;
    private static final long PNG = 0x89504e470d0a1a0aL;

    private PictureCheck() {}

    /** What its structure shows. */
    private record Seen(long pixels, boolean trailing) {}

    static Optional<Finding> check(Path file, String name, FileKind kind, long most) throws IOException {
        try {
            Seen seen =
                    switch (kind) {
                        case JPEG -> jpeg(file);
                        case PNG -> png(file);
                        case WEBP -> webp(file);
                        case TIFF -> tiff(file);
                        default -> new Seen(0, false);
                    };
            if (seen.pixels() > most) {
                return Optional.of(Finding.of("file-pixels", name, most / 1_000_000));
            }
            return seen.trailing() ? Optional.of(Finding.of("file-trailing", name)) : Optional.empty();
        } catch (EOFException | IIOException | RuntimeException incomplete) {
            return Optional.of(Finding.of("file-corrupt", name));
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static void need(boolean holds) throws EOFException {
        if (!holds) {
            throw new EOFException();
        }
    }

    private static Seen jpeg(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            need(in.readUnsignedByte() == 0xff && in.readUnsignedByte() == SOI);
            long pixels = 0;
            boolean drawn = false;
            boolean several = false;
            int marker = marker(in, in.readUnsignedByte());
            while (marker != EOI) {
                byte[] segment = hasLength(marker) ? segment(in) : new byte[0];
                if (isFrame(marker)) {
                    ByteBuffer frame = ByteBuffer.wrap(segment);
                    pixels = (long) (frame.getShort(1) & 0xffff) * (frame.getShort(3) & 0xffff);
                }
                several |= marker == APP2 && new String(segment, StandardCharsets.ISO_8859_1).startsWith("MPF\0");
                drawn |= marker == SOS;
                marker = marker == SOS ? afterScan(in) : marker(in, in.readUnsignedByte());
            }
            need(drawn && pixels > 0);
            return new Seen(pixels, follows(in, several));
        }
    }

    private static boolean hasLength(int marker) {
        return marker != 0x01 && (marker < 0xd0 || marker > 0xd7);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static byte[] segment(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        need(length >= 2);
        byte[] bytes = new byte[length - 2];
        in.readFully(bytes);
        return bytes;
    }

    private static int marker(DataInputStream in, int first) throws IOException {
        need(first == 0xff);
        int marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** The marker that ends the drawn bytes; in them 0xff is followed by 0 or by the number of a restart. */
    private static int afterScan(DataInputStream in) throws IOException {
        while (true) {
            if (in.readUnsignedByte() == 0xff) {
                int marker = marker(in, 0xff);
                if (marker != 0 && hasLength(marker)) {
                    return marker;
                }
            }
        }
    }

    /** Zeros fill up a block, and where the picture says that it is one of several, the next one follows. */
    private static boolean follows(DataInputStream in, boolean several) throws IOException {
        int next = in.read();
        while (next == 0) {
            next = in.read();
        }
        return next >= 0 && !(several && next == 0xff && in.read() == SOI);
    }

    private static Seen png(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            need(in.readLong() == PNG);
            long pixels = 0;
            String type = "";
            while (!type.equals("IEND")) {
                int length = in.readInt();
                need(length >= 0);
                CRC32 sum = new CRC32();
                byte[] name = in.readNBytes(4);
                sum.update(name);
                type = new String(name, StandardCharsets.ISO_8859_1);
                if (type.equals("IHDR")) {
                    need(length == 13);
                    byte[] head = in.readNBytes(13);
                    sum.update(head);
                    ByteBuffer header = ByteBuffer.wrap(head);
                    pixels = Math.multiplyExact((long) header.getInt(0), (long) header.getInt(4));
                } else {
                    sum(in, length, sum);
                }
                need((int) sum.getValue() == in.readInt());
            }
            need(pixels > 0);
            return new Seen(pixels, in.read() >= 0);
        }
    }

    private static void sum(DataInputStream in, int length, CRC32 sum) throws IOException {
        byte[] buffer = new byte[1 << 13];
        for (int left = length; left > 0; ) {
            int n = in.read(buffer, 0, Math.min(left, buffer.length));
            need(n > 0);
            sum.update(buffer, 0, n);
            left -= n;
        }
    }

    private static Seen webp(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            byte[] head = in.readNBytes(30);
            need(head.length == 30);
            ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            long length = 8 + (bytes.getInt(4) & 0xffffffffL);
            long there = Files.size(file);
            need(there >= length);
            long pixels =
                    switch (new String(head, 12, 4, StandardCharsets.ISO_8859_1)) {
                        case "VP8X" ->
                            (1L + (bytes.getInt(24) & 0xffffff)) * (1L + (bytes.getInt(26) >>> 8 & 0xffffff));
                        case "VP8L" -> (1L + (bytes.getInt(21) & 0x3fff)) * (1L + (bytes.getInt(21) >>> 14 & 0x3fff));
                        default -> (long) (bytes.getShort(26) & 0x3fff) * (bytes.getShort(28) & 0x3fff);
                    };
            return new Seen(pixels, there > length + (length & 1));
        }
    }

    private static Seen tiff(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            need(readers.hasNext());
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                int pages = PictureDrawing.pages(reader, MOST_PAGES + 1);
                need(pages > 0 && pages <= MOST_PAGES);
                long largest = 0;
                for (int i = 0; i < pages; i++) {
                    largest = Math.max(largest, (long) reader.getWidth(i) * reader.getHeight(i));
                }
                return new Seen(largest, false);
            } finally {
                reader.dispose();
            }
        }
    }
}
