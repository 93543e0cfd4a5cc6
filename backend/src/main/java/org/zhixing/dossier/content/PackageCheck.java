package org.zhixing.dossier.content;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.zhixing.dossier.rules.FileKind;

/**
 * An office document by its parts, which must unpack to something of a bearable size. Another document may be embedded
 * in it; no other archive, and none in that one.
 */
final class PackageCheck {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 2L << 30;
    private static final int MOST_RATIO = 200;

    private final String name;
    private long unpacked;

    private PackageCheck(String name) {
        this.name = name;
    }

    static ContentCheck.Verdict check(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new PackageCheck(name).check(zip);
        } catch (Refused refused) {
            return ContentCheck.Verdict.refused(refused.code, name);
        } catch (ZipException | EOFException | RuntimeException corrupt) {
            return ContentCheck.Verdict.refused("file-corrupt", name);
        }
    }

    private ContentCheck.Verdict check(ZipFile zip) throws IOException, Refused {
        if (zip.size() > MOST_ENTRIES) {
            throw new Refused("file-bomb");
        }
        Optional<FileKind> kind = Optional.empty();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            look(entry.getName());
            try (InputStream in = opened(zip.getInputStream(entry))) {
                part(entry, in);
            }
            kind = kind.or(() -> byPart(entry.getName()));
        }
        return kind.map(ContentCheck.Verdict::is)
                .orElseGet(() -> ContentCheck.Verdict.refused("file-type-not-allowed", "application/zip"));
    }

    private static InputStream opened(@Nullable InputStream in) throws ZipException {
        if (in == null) {
            throw new ZipException();
        }
        return new BufferedInputStream(in);
    }

    private static void look(String part) throws Refused {
        if (part.startsWith("/") || part.contains("..") || part.contains("\\")) {
            throw new Refused("file-part-climbs");
        }
        if (part.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
            throw new Refused("file-macro");
        }
    }

    private void part(ZipEntry entry, InputStream in) throws IOException, Refused {
        long most = unpacked + Math.max(1 << 20, entry.getCompressedSize() * MOST_RATIO);
        if (!isArchive(in)) {
            count(in, most);
        } else if (isEmbedded(entry.getName())) {
            embedded(in, most);
        } else {
            throw new Refused("file-nested-archive");
        }
    }

    private void embedded(InputStream in, long most) throws IOException, Refused {
        ZipInputStream zip = new ZipInputStream(in);
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_ENTRIES) {
                throw new Refused("file-bomb");
            }
            look(entry.getName());
            InputStream part = new BufferedInputStream(zip);
            if (isArchive(part)) {
                throw new Refused("file-nested-archive");
            }
            count(part, most);
        }
    }

    /** Really unpacked and counted: what an entry says of its size may be a lie. */
    private void count(InputStream in, long most) throws IOException, Refused {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            if (unpacked > Math.min(most, MOST_UNPACKED)) {
                throw new Refused("file-bomb");
            }
        }
    }

    private static boolean isArchive(InputStream in) throws IOException {
        in.mark(8);
        String head = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
        in.reset();
        return head.startsWith("PK\3\4")
                || head.startsWith("PK\5\6")
                || head.startsWith("Rar!\u001a\7")
                || head.startsWith("7z\u00bc\u00af'\u001c");
    }

    private static boolean isEmbedded(String part) {
        return part.toLowerCase(Locale.ROOT).matches("(word|xl|ppt)/embeddings/[^/]+\\.(docx|xlsx|pptx)");
    }

    private static Optional<FileKind> byPart(String part) {
        return switch (part) {
            case "word/document.xml" -> Optional.of(FileKind.DOCX);
            case "xl/workbook.xml" -> Optional.of(FileKind.XLSX);
            case "ppt/presentation.xml" -> Optional.of(FileKind.PPTX);
            case "OFD.xml" -> Optional.of(FileKind.OFD);
            default -> Optional.empty();
        };
    }

    private static final class Refused extends Exception {
        private final String code;

        Refused(String code) {
            super(code);
            this.code = code;
        }
    }
}
