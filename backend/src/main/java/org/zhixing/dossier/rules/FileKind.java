package org.zhixing.dossier.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A kind of file as its content shows it, with the endings that its name may have. */
public enum FileKind {
    PDF(Family.PAGES, "application/pdf", "pdf"),
    OFD(Family.PACKAGE, "application/ofd", "ofd"),
    JPEG(Family.IMAGE, "image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG(Family.IMAGE, "image/png", "png"),
    WEBP(Family.IMAGE, "image/webp", "webp"),
    TIFF(Family.IMAGE, "image/tiff", "tif", "tiff"),
    HEIC(Family.IMAGE, "image/heic", "heic", "heif"),
    MP3(Family.SOUND, "audio/mpeg", "mp3"),
    M4A(Family.SOUND, "audio/mp4", "m4a", "mp4"),
    AAC(Family.SOUND, "audio/aac", "aac"),
    OGG(Family.SOUND, "audio/ogg", "ogg", "oga", "opus"),
    WAV(Family.SOUND, "audio/wav", "wav"),
    WEBM(Family.FILM, "video/webm", "webm", "weba"),
    MP4(Family.FILM, "video/mp4", "mp4", "m4v", "m4a", "mov"),
    MOV(Family.FILM, "video/quicktime", "mov", "mp4"),
    DOCX(Family.PACKAGE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX(Family.PACKAGE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX(Family.PACKAGE, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC(Family.BINARY_OFFICE, "application/msword", "doc"),
    XLS(Family.BINARY_OFFICE, "application/vnd.ms-excel", "xls"),
    TXT(Family.TEXT, "text/plain", "txt", "csv"),
    CSV(Family.TEXT, "text/csv", "csv");

    /** Kinds that are built, and therefore checked, alike. */
    public enum Family {
        PAGES,
        PACKAGE,
        IMAGE,
        SOUND,
        FILM,
        BINARY_OFFICE,
        TEXT
    }

    private final Family family;
    private final String mediaType;
    private final List<String> endings;

    FileKind(Family family, String mediaType, String... endings) {
        this.family = family;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public Family family() {
        return family;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What its name may end with, in lower case and without the dot. */
    public List<String> endings() {
        return endings;
    }

    /** Whether a file of this kind may have that name; a name without an ending says nothing wrong. */
    public boolean mayBeNamed(String name) {
        String ending = ending(name);
        return ending.isEmpty() || endings.contains(ending);
    }

    /** The kinds that a file of that name may be; all of them where the name has no ending. */
    public static List<FileKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.mayBeNamed(name)).toList();
    }

    /** What follows the last dot, in lower case; empty where there is none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
