package org.zhixing.dossier.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.testing.Papers;

/** Every kind is known by its first bytes, as cameras, phones and offices write them. */
class KindsTest {
    private static final long PIXELS = 1_000_000;

    @TempDir
    Path folder;

    static Stream<Object[]> kinds() throws IOException {
        byte[] id3 = bytes("ID3\4\0\0\0\0\0\0", 200);
        id3[10] = (byte) 0xff;
        id3[11] = (byte) 0xfb;
        return Stream.of(
                new Object[] {FileKind.PDF, "判决书.pdf", Papers.pdf(1)},
                new Object[] {FileKind.JPEG, "现场.jpg", Papers.picture("jpeg", 40, 30)},
                new Object[] {FileKind.PNG, "现场.png", Papers.picture("png", 40, 30)},
                new Object[] {FileKind.TIFF, "扫描.tif", Papers.picture("tiff", 40, 30)},
                new Object[] {FileKind.MP3, "录音.mp3", id3},
                new Object[] {FileKind.AAC, "录音.aac", frames(4)},
                new Object[] {FileKind.OGG, "录音.ogg", bytes("OggS\0\2", 100)},
                new Object[] {FileKind.WAV, "录音.wav", bytes("RIFF\144\0\0\0WAVEfmt ", 108)},
                new Object[] {FileKind.DOCX, "报告.docx", zip("word/document.xml")},
                new Object[] {FileKind.XLSX, "清单.xlsx", zip("xl/workbook.xml")},
                new Object[] {FileKind.PPTX, "演示.pptx", zip("ppt/presentation.xml")},
                new Object[] {FileKind.OFD, "公文.ofd", zip("OFD.xml")},
                new Object[] {FileKind.TXT, "说明.txt", "被执行人王某到场。".getBytes(StandardCharsets.UTF_8)},
                new Object[] {FileKind.CSV, "明细.csv", "日期,金额\n".getBytes(StandardCharsets.UTF_8)});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isWhatItIs(FileKind kind, String name, byte[] content) throws IOException {
        assertThat(seen(name, content)).isEqualTo(kind.name());
        assertThat(seen("没有扩展名", content)).isEqualTo(kind == FileKind.CSV ? "TXT" : kind.name());
        assertThat(seen("照片.gif", content)).isEqualTo("file-name-lies");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "mp41, 勘验.mp4, MP4",
        "mp42, 勘验.mp4, MP4",
        "isom, 勘验.mp4, MP4",
        "iso5, 勘验.mp4, MP4",
        "avc1, 勘验.mp4, MP4",
        "'qt  ', 勘验.mov, MOV",
        "'qt  ', 勘验.mp4, MOV",
        "'M4A ', 录音.m4a, M4A",
        // A note spoken into a phone: sound alone, in the boxes of a film.
        "iso5, 录音.m4a, MP4",
        "isom, 录音.m4a, MP4",
        "heic, 照片.heic, HEIC",
        "isom, 勘验.pdf, file-name-lies",
        "'qt  ', 录音.m4a, file-name-lies"
    })
    void knowsFilmsByTheirBrand(String brand, String name, String what) throws IOException {
        assertThat(seen(name, boxes(brand))).isEqualTo(what);
    }

    @Test
    void takesFramesOfSoundOnlyWhereOneFollowsTheOther() throws IOException {
        assertThat(seen("录音.aac", frames(1))).isEqualTo("AAC");
        assertThat(seen("录音.aac", Arrays.copyOf(frames(2), 39))).isEqualTo("file-type-not-allowed");
        byte[] broken = frames(3);
        broken[20] = 0;
        assertThat(seen("录音.aac", broken)).isEqualTo("file-type-not-allowed");
        byte[] still = frames(3);
        still[4] = 0;
        still[5] = 0;
        assertThat(seen("录音.aac", still)).isEqualTo("file-type-not-allowed");
    }

    /** Frames of twenty bytes each. */
    private static byte[] frames(int count) {
        ByteBuffer all = ByteBuffer.allocate(20 * count);
        for (int i = 0; i < count; i++) {
            all.position(20 * i);
            all.put(new byte[] {(byte) 0xff, (byte) 0xf1, 0x50, (byte) 0x80, 2, (byte) 0x80, 0});
        }
        return all.array();
    }

    @Test
    void knowsApplesOldFilmsThatNameNoBrand() throws IOException {
        assertThat(seen("勘验.mov", joined(box("moov", 40), box("mdat", 60)))).isEqualTo("MOV");
    }

    @Test
    void refusesAFilmThatEndsTooSoon() throws IOException {
        for (String brand : List.of("isom", "qt  ", "M4A ", "heic")) {
            String name = "qt  ".equals(brand) ? "勘验.mov" : "M4A ".equals(brand) ? "录音.m4a" : "勘验";
            byte[] whole = boxes(brand);
            assertThat(seen(name, Arrays.copyOf(whole, whole.length - 1))).isEqualTo("file-corrupt");
        }
        byte[] endless = boxes("isom");
        // A box of no length takes the rest; one that is shorter than its own head is none.
        ByteBuffer.wrap(endless).putInt(20, 0);
        assertThat(seen("勘验.mp4", endless)).isEqualTo("MP4");
        ByteBuffer.wrap(endless).putInt(20, 7);
        assertThat(seen("勘验.mp4", endless)).isEqualTo("file-corrupt");
        ByteBuffer.wrap(endless).putInt(20, 1).putInt(24, 0);
        assertThat(seen("勘验.mp4", endless)).isEqualTo("file-corrupt");
    }

    private String seen(String name, byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "upload", ""), content);
        ContentCheck.Verdict verdict = ContentCheck.check(file, name, PIXELS);
        return verdict.kind()
                .map(FileKind::name)
                .or(() -> verdict.finding().map(Finding::code))
                .orElseThrow();
    }

    /** A head of twenty bytes, and a film's two boxes. */
    private static byte[] boxes(String brand) {
        byte[] head = box("ftyp", 20);
        System.arraycopy(brand.getBytes(StandardCharsets.ISO_8859_1), 0, head, 8, 4);
        return joined(joined(head, box("moov", 40)), box("mdat", 60));
    }

    private static byte[] box(String type, int length) {
        return ByteBuffer.allocate(length)
                .putInt(length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] bytes(String head, int length) {
        return Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] zip(String part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
