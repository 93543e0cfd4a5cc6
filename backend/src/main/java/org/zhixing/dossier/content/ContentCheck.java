package org.zhixing.dossier.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.Finding;

/** What a file is by its bytes, whatever its name says; blocks. */
public final class ContentCheck {
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

    /** @param pixels of a picture at most */
    public static Verdict check(Path file, String name, long pixels) throws IOException {
        if (Files.size(file) == 0) {
            return Verdict.refused("file-empty", name);
        }
        String type = type(file);
        Verdict verdict = CompoundCheck.is(file) ? CompoundCheck.check(file, name) : byType(file, name, type);
        Optional<FileKind> kind = verdict.kind();
        if (kind.isEmpty()) {
            return verdict;
        }
        if (!kind.get().mayBeNamed(name)) {
            return Verdict.refused("file-name-lies", name, Finding.word(kind.get()));
        }
        if (hidesMarkup(file, kind.get()) || hidesArchive(file, kind.get())) {
            return Verdict.refused("file-polyglot", name);
        }
        return structure(file, name, kind.get(), pixels)
                .map(finding -> new Verdict(Optional.empty(), Optional.of(finding)))
                .orElse(verdict);
    }

    /** What is wrong with how it is built, as far as that can be told without playing or drawing it. */
    private static Optional<Finding> structure(Path file, String name, FileKind kind, long pixels) throws IOException {
        return switch (kind) {
            case PDF -> PagesCheck.check(file, name);
            case JPEG, PNG, WEBP, TIFF -> PictureCheck.check(file, name, kind, pixels);
            case HEIC, MP4, MOV, M4A -> BoxesCheck.check(file, name);
            default -> Optional.empty();
        };
    }

    /** The media type that the first bytes show. */
    static String type(Path file) throws IOException {
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
            // Whatever has boxes and no brand that is known is taken for Apple's: the brand says whether it is.
            case "video/quicktime" -> Verdict.is(BoxesCheck.isApples(file) ? FileKind.MOV : FileKind.MP4);
            case "application/zip", "application/x-tika-ooxml" -> PackageCheck.check(file, name);
            case "text/plain" -> text(file, name);
            default -> AdtsCheck.is(file) ? Verdict.is(FileKind.AAC) : Verdict.refused("file-type-not-allowed", type);
        };
    }

    private static Verdict text(Path file, String name) throws IOException {
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return isMarkup(head(file))
                ? Verdict.refused("file-type-not-allowed", "text/html")
                : Verdict.is(csv ? FileKind.CSV : FileKind.TXT);
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
