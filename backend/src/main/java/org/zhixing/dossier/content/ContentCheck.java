package org.zhixing.dossier.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.Finding;

/** What a file is by its bytes, whatever its name says; blocks. */
public final class ContentCheck {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 2L << 30;
    private static final int MOST_RATIO = 200;
    private static final int HEAD = 1024;

    private ContentCheck() {}

    /** Either the kind or why it is refused. */
    public record Verdict(Optional<FileKind> kind, Optional<Finding> finding) {
        static Verdict is(FileKind kind) {
            return new Verdict(Optional.of(kind), Optional.empty());
        }

        static Verdict refused(String code, Object... params) {
            return new Verdict(Optional.empty(), Optional.of(Finding.of(code, params)));
        }
    }

    public static Verdict check(Path file, String name) throws IOException {
        if (Files.size(file) == 0) {
            return Verdict.refused("file-empty", name);
        }
        String type = detect(file);
        Verdict verdict = byType(file, name, type);
        Optional<FileKind> kind = verdict.kind();
        if (kind.isEmpty()) {
            return verdict;
        }
        if (!kind.get().mayBeNamed(name)) {
            return Verdict.refused("file-name-lies", name, Finding.word(kind.get()));
        }
        return hidesMarkup(file, kind.get()) || hidesArchive(file, kind.get())
                ? Verdict.refused("file-polyglot", name)
                : verdict;
    }

    private static String detect(Path file) throws IOException {
        try (InputStream in = TikaInputStream.get(file)) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    private static Verdict byType(Path file, String name, String type) throws IOException {
        return switch (type) {
            case "application/pdf" -> Verdict.is(FileKind.PDF);
            case "image/jpeg" -> Verdict.is(FileKind.JPEG);
            case "image/png" -> Verdict.is(FileKind.PNG);
            case "image/webp" -> Verdict.is(FileKind.WEBP);
            case "image/tiff" -> Verdict.is(FileKind.TIFF);
            case "image/heic", "image/heif" -> Verdict.is(FileKind.HEIC);
            case "audio/mpeg" -> Verdict.is(FileKind.MP3);
            case "audio/mp4" -> Verdict.is(FileKind.M4A);
            case "audio/x-aac", "audio/aac" -> Verdict.is(FileKind.AAC);
            case "audio/vorbis", "audio/ogg", "audio/opus", "application/ogg" -> Verdict.is(FileKind.OGG);
            case "audio/vnd.wave", "audio/x-wav" -> Verdict.is(FileKind.WAV);
            case "video/webm", "audio/webm", "application/x-matroska", "video/x-matroska" ->
                head(file).contains("webm")
                        ? Verdict.is(FileKind.WEBM)
                        : Verdict.refused("file-type-not-allowed", type);
            case "video/mp4", "video/x-m4v", "application/mp4" -> Verdict.is(FileKind.MP4);
            case "video/quicktime" -> Verdict.is(FileKind.MOV);
            case "application/zip", "application/x-tika-ooxml" -> packaged(file, name);
            case "text/plain" -> text(file, name);
            default -> Verdict.refused("file-type-not-allowed", type);
        };
    }

    private static Verdict text(Path file, String name) throws IOException {
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return isMarkup(head(file))
                ? Verdict.refused("file-type-not-allowed", "text/html")
                : Verdict.is(csv ? FileKind.CSV : FileKind.TXT);
    }

    /** An office document by its parts, which must unpack to something of a bearable size. */
    private static Verdict packaged(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return Verdict.refused("file-bomb", name);
            }
            Optional<FileKind> kind = Optional.empty();
            long unpacked = 0;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                String part = entry.getName();
                if (part.startsWith("/") || part.contains("..") || part.contains("\\")) {
                    return Verdict.refused("file-part-climbs", name);
                }
                if (part.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    return Verdict.refused("file-macro", name);
                }
                long most =
                        Math.min(MOST_UNPACKED - unpacked, Math.max(1 << 20, entry.getCompressedSize() * MOST_RATIO));
                long length = length(zip, entry, most);
                if (length > most) {
                    return Verdict.refused("file-bomb", name);
                }
                unpacked += length;
                kind = kind.or(() -> byPart(part));
            }
            return kind.map(Verdict::is).orElseGet(() -> Verdict.refused("file-type-not-allowed", "application/zip"));
        } catch (ZipException | java.util.zip.DataFormatException corrupt) {
            return Verdict.refused("file-corrupt", name);
        }
    }

    /** Really unpacked and counted: what an entry says of its size may be a lie. */
    private static long length(ZipFile zip, ZipEntry entry, long most)
            throws IOException, java.util.zip.DataFormatException {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new java.util.zip.DataFormatException(entry.getName());
            }
            for (int n = in.read(buffer); n >= 0 && length <= most; n = in.read(buffer)) {
                length += n;
            }
        } catch (java.io.EOFException truncated) {
            throw new java.util.zip.DataFormatException(entry.getName());
        }
        return length;
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

    /** A page or a script in the first bytes of what claims to be something else. */
    private static boolean hidesMarkup(Path file, FileKind kind) throws IOException {
        return kind.family() != FileKind.Family.TEXT && isMarkup(head(file));
    }

    private static boolean isMarkup(String head) {
        String low = head.toLowerCase(Locale.ROOT);
        return low.contains("<script")
                || low.contains("<html")
                || low.contains("<svg")
                || low.contains("<!doctype html")
                || low.contains("<?php");
    }

    /** A ZIP archive behind what claims to be something else: archives are read from their end. */
    private static boolean hidesArchive(Path file, FileKind kind) throws IOException {
        if (kind.family() == FileKind.Family.PACKAGE) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (ZipException none) {
            return false;
        }
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }
}
