package org.zhixing.dossier.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.testing.Papers;

/** Old Word and Excel files as another program writes them, and as somebody with a purpose does. */
class CompoundCheckTest {
    private static final int SECTOR = 512;

    @TempDir
    Path folder;

    @Test
    void takesOldTextsAndTables() throws IOException {
        for (int size : new int[] {600, 4096, 200_000}) {
            assertThat(seen("笔录.doc", Papers.oldOffice(Map.of("WordDocument", word(size, 0), "1Table", new byte[700]))))
                    .isEqualTo("DOC");
        }
        assertThat(seen("笔录", Papers.oldOffice(Map.of("WordDocument", word(600, 0)))))
                .isEqualTo("DOC");
        for (int rows : new int[] {1, 30_000}) {
            assertThat(seen("财产清单.xls", workbook(rows))).isEqualTo("XLS");
        }
        byte[] book = stream(workbook(1), "Workbook");
        assertThat(seen("财产清单.xls", Papers.oldOffice(Map.of("Book", book)))).isEqualTo("XLS");
        assertThat(seen("财产清单.xls", Papers.oldOffice(Map.of("Book", book, "Workbook", book))))
                .isEqualTo("XLS");
    }

    @Test
    void believesTheContentAndNotTheName() throws IOException {
        assertThat(seen("财产清单.doc", workbook(1))).isEqualTo("file-name-lies");
        assertThat(seen("笔录.docx", Papers.oldOffice(Map.of("WordDocument", word(600, 0)))))
                .isEqualTo("file-name-lies");
        assertThat(seen("演示.ppt", Papers.oldOffice(Map.of("PowerPoint Document", new byte[5000]))))
                .isEqualTo("file-type-not-allowed");
        byte[] book = stream(workbook(1), "Workbook");
        assertThat(seen("两用.doc", Papers.oldOffice(Map.of("WordDocument", word(5000, 0), "Workbook", book))))
                .isEqualTo("file-polyglot");
        // What is embedded does not say what the whole is.
        assertThat(seen(
                        "笔录.doc",
                        Papers.oldOffice(Map.of("WordDocument", word(5000, 0), "ObjectPool/_1/Workbook", book))))
                .isEqualTo("DOC");
        assertThat(seen("壳.xls", Papers.oldOffice(Map.of("Data", new byte[9], "ObjectPool/_1/Workbook", book))))
                .isEqualTo("file-type-not-allowed");
    }

    @Test
    void refusesMacrosWhereverTheyLie() throws IOException {
        byte[] text = word(5000, 0);
        byte[] book = stream(workbook(1), "Workbook");
        assertThat(seen("a.doc", Papers.oldOffice(Map.of("WordDocument", text, "Macros/VBA/dir", new byte[9]))))
                .isEqualTo("file-macro");
        assertThat(seen("a.xls", Papers.oldOffice(Map.of("Workbook", book, "_VBA_PROJECT_CUR/PROJECT", new byte[9]))))
                .isEqualTo("file-macro");
        assertThat(seen(
                        "a.doc",
                        Papers.oldOffice(Map.of("WordDocument", text, "ObjectPool/_1/macros/PROJECT", new byte[9]))))
                .isEqualTo("file-macro");
        for (int kind : new int[] {1, 6}) {
            assertThat(seen("a.xls", Papers.oldOffice(Map.of("Workbook", sheetsOf(book, kind)))))
                    .isEqualTo("file-macro");
        }
        assertThat(seen("a.xls", Papers.oldOffice(Map.of("Book", sheetsOf(book, 1), "Workbook", book))))
                .isEqualTo("file-macro");
        assertThat(seen("a.xls", Papers.oldOffice(Map.of("Workbook", sheetsOf(book, 2)))))
                .isEqualTo("XLS");
    }

    @Test
    void refusesWhatOpensWithAPasswordOnly() throws IOException {
        assertThat(seen("a.doc", Papers.oldOffice(Map.of("WordDocument", word(5000, 0x0100)))))
                .isEqualTo("file-encrypted");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            assertThat(seen("a.xls", workbook(1))).isEqualTo("file-encrypted");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        byte[] locked = Papers.oldOffice(Map.of("EncryptedPackage", new byte[9000], "EncryptionInfo", new byte[200]));
        assertThat(seen("a.docx", locked)).isEqualTo("file-encrypted");
    }

    @Test
    void refusesWhatIsBroken() throws IOException {
        byte[] whole = workbook(3000);
        for (double share : new double[] {0.001, 0.01, 0.3, 0.7}) {
            assertThat(seen("cut.xls", Arrays.copyOf(whole, (int) (whole.length * share))))
                    .as("cut at %s", share)
                    .isEqualTo("file-corrupt");
        }
        assertThat(seen("hollow.doc", Papers.oldOffice(Map.of("WordDocument", new byte[5000]))))
                .isEqualTo("file-corrupt");
        assertThat(seen("short.doc", Papers.oldOffice(Map.of("WordDocument", Arrays.copyOf(word(600, 0), 8)))))
                .isEqualTo("file-corrupt");
        assertThat(seen("hollow.xls", Papers.oldOffice(Map.of("Workbook", new byte[5000]))))
                .isEqualTo("file-corrupt");
        // A chain that bites its tail; one that leads out of the file; a table of chains that is not there.
        assertThat(seen("circle.xls", chained(whole, at -> at))).isEqualTo("file-corrupt");
        assertThat(seen("astray.xls", chained(whole, at -> 0x00FFFFFF))).isEqualTo("file-corrupt");
        assertThat(seen("astray.xls", chained(whole, at -> -9))).isEqualTo("file-corrupt");
        for (int field : new int[] {44, 48, 76}) {
            byte[] broken = whole.clone();
            ints(broken).putInt(field, 0x7FFFFFF0);
            assertThat(seen("field.xls", broken)).as("field %s", field).isEqualTo("file-corrupt");
        }
        for (int field : new int[] {30, 32, 56}) {
            byte[] broken = whole.clone();
            broken[field] ^= 1;
            assertThat(seen("field.xls", broken)).as("field %s", field).isEqualTo("file-corrupt");
        }
        byte[] twisted = Papers.oldOffice(Map.of("WordDocument", word(5000, 0), "1Table", new byte[700]));
        ints(twisted).putInt(directory(twisted) + 68, 0);
        ints(twisted).putInt(directory(twisted) + 76, 0);
        assertThat(seen("twisted.doc", twisted)).isEqualTo("file-corrupt");
    }

    @Test
    void givesUpOnADirectoryWithoutEnd() throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        parts.put("WordDocument", word(5000, 0));
        for (int i = 0; i < 20_000; i++) {
            parts.put("s" + i, new byte[0]);
        }
        assertThat(seen("many.doc", Papers.oldOffice(parts))).isEqualTo("file-bomb");
    }

    /** Whatever byte is changed, there is an answer and no failure. */
    @Test
    void answersToEveryChangedByte() throws IOException {
        byte[] whole =
                Papers.oldOffice(Map.of("Workbook", stream(workbook(1), "Workbook"), "ObjectPool/a", new byte[100]));
        for (int at = 0; at < whole.length; at += at < 2 * SECTOR ? 1 : 7) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0xFF;
            assertThat(seen("a.xls", changed)).isNotEmpty();
        }
    }

    /** The kind, or the reason of the refusal. */
    private String seen(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("upload"), bytes);
        ContentCheck.Verdict verdict = ContentCheck.check(file, name, 1_000_000);
        return verdict.finding()
                .map(Finding::code)
                .orElseGet(() -> verdict.kind().map(FileKind::name).orElse(""));
    }

    private static byte[] word(int size, int flags) {
        byte[] text = Arrays.copyOf(Papers.oldText(), size);
        ints(text).putShort(10, (short) flags);
        return text;
    }

    private static byte[] workbook(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            var sheet = book.createSheet("财产");
            for (int i = 0; i < rows; i++) {
                sheet.createRow(i).createCell(0).setCellValue("车辆 " + i);
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] stream(byte[] container, String name) throws IOException {
        try (POIFSFileSystem all = new POIFSFileSystem(new ByteArrayInputStream(container));
                var in = all.createDocumentInputStream(name)) {
            return in.readAllBytes();
        }
    }

    /** The same workbook, its sheets of another kind. */
    private static byte[] sheetsOf(byte[] book, int kind) {
        byte[] other = book.clone();
        ByteBuffer records = ints(other);
        while (records.remaining() >= 4) {
            int type = records.getShort();
            int size = records.getShort();
            if (type == 0x85) {
                other[records.position() + 5] = (byte) kind;
            }
            records.position(records.position() + size);
        }
        return other;
    }

    /** With the sector after the first of the workbook led elsewhere. */
    private static byte[] chained(byte[] whole, IntUnaryOperator to) {
        byte[] other = whole.clone();
        ByteBuffer all = ints(other);
        int table = (all.getInt(76) + 1) * SECTOR;
        for (int i = 0; i < SECTOR; i += 128) {
            int entry = directory(whole) + i;
            if (all.getInt(entry + 120) > 100_000 && all.get(entry + 66) == 2) {
                int first = all.getInt(entry + 116);
                all.putInt(table + 4 * first, to.applyAsInt(first));
                return other;
            }
        }
        throw new AssertionError("no workbook");
    }

    private static int directory(byte[] whole) {
        return (ints(whole).getInt(48) + 1) * SECTOR;
    }

    private static ByteBuffer ints(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
