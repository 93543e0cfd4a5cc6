package org.zhixing.dossier.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhixing.dossier.content.CompoundFile.Entry;
import org.zhixing.dossier.content.CompoundFile.Type;
import org.zhixing.dossier.rules.FileKind;

/** An old Word or Excel file by what its container holds; without macros, also in what is embedded, and without a password. */
final class CompoundCheck {
    private static final Set<String> MACROS = Set.of("macros", "vba", "_vba_project_cur", "_vba_project");
    private static final Set<String> ENCRYPTED = Set.of("encryptedpackage", "encryptioninfo");

    private static final int WORD = 0xA5EC;
    private static final int WORD_ENCRYPTED = 0x0100;
    private static final int TABLE_BEGINS = 0x0809;
    private static final int TABLE_ENDS = 0x000A;
    private static final int TABLE_ENCRYPTED = 0x002F;
    private static final int SHEET = 0x0085;
    private static final int CELLS = 0;
    private static final int CHART = 2;
    /** What a workbook says of itself as a whole lies before its sheets; texts of a large one come after their names. */
    private static final int MOST_OF_TABLE = 4 << 20;

    private CompoundCheck() {}

    /** Whether the file is such a container, whatever is in it. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CompoundFile.startsWithSignature(in.readNBytes(CompoundFile.SIGNATURE.length));
        }
    }

    static ContentCheck.Verdict check(Path file, String name) throws IOException {
        try (CompoundFile container = CompoundFile.open(file)) {
            return look(container, name);
        } catch (CompoundFile.TooMany bomb) {
            return ContentCheck.Verdict.refused("file-bomb", name);
        } catch (CompoundFile.Broken | EOFException broken) {
            return ContentCheck.Verdict.refused("file-corrupt", name);
        }
    }

    private static ContentCheck.Verdict look(CompoundFile container, String name) throws IOException {
        List<Entry> top = container.top();
        if (named(top, ENCRYPTED)) {
            return ContentCheck.Verdict.refused("file-encrypted", name);
        }
        if (named(container.entries(), MACROS)) {
            return ContentCheck.Verdict.refused("file-macro", name);
        }
        Optional<Entry> text = stream(top, "WordDocument");
        // For two programs at once there may be two of them.
        List<Entry> tables = Stream.of("Workbook", "Book")
                .flatMap(each -> stream(top, each).stream())
                .toList();
        if (text.isPresent() && !tables.isEmpty()) {
            return ContentCheck.Verdict.refused("file-polyglot", name);
        }
        if (text.isEmpty() && tables.isEmpty()) {
            return ContentCheck.Verdict.refused("file-type-not-allowed", "application/x-ole-storage");
        }
        container.checkStreams();
        Optional<String> wrong = text.isPresent() ? text(container, text.get()) : Optional.empty();
        for (Entry table : tables) {
            wrong = wrong.isPresent() ? wrong : table(container, table);
        }
        return wrong.map(code -> ContentCheck.Verdict.refused(code, name))
                .orElseGet(() -> ContentCheck.Verdict.is(text.isPresent() ? FileKind.DOC : FileKind.XLS));
    }

    private static boolean named(List<Entry> entries, Set<String> names) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.type() != Type.FREE && names.contains(entry.name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<Entry> stream(List<Entry> top, String name) {
        return top.stream()
                .filter(entry -> entry.type() == Type.STREAM && entry.isNamed(name))
                .findFirst();
    }

    /** The head of a text ([MS-DOC] 2.5.2) says what it is, and whether it opens without a password. */
    private static Optional<String> text(CompoundFile container, Entry entry) throws IOException {
        byte[] head = container.head(entry, 32);
        if (head.length < 32) {
            return Optional.of("file-corrupt");
        }
        ByteBuffer fib = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (Short.toUnsignedInt(fib.getShort(0)) != WORD) {
            return Optional.of("file-corrupt");
        }
        return (fib.getShort(10) & WORD_ENCRYPTED) == 0 ? Optional.empty() : Optional.of("file-encrypted");
    }

    /** The records of a workbook as a whole ([MS-XLS] 2.1.7.20.3): a password, and sheets that are programs. */
    private static Optional<String> table(CompoundFile container, Entry entry) throws IOException {
        ByteBuffer records =
                ByteBuffer.wrap(container.head(entry, MOST_OF_TABLE)).order(ByteOrder.LITTLE_ENDIAN);
        boolean first = true;
        while (records.remaining() >= 4) {
            int type = Short.toUnsignedInt(records.getShort());
            int size = Short.toUnsignedInt(records.getShort());
            if (first != (type == TABLE_BEGINS)) {
                return Optional.of("file-corrupt");
            }
            first = false;
            if (type == TABLE_ENCRYPTED) {
                return Optional.of("file-encrypted");
            }
            if (type == TABLE_ENDS) {
                return Optional.empty();
            }
            if (size > records.remaining()) {
                break;
            }
            if (type == SHEET && size >= 6 && runs(records.get(records.position() + 5))) {
                return Optional.of("file-macro");
            }
            records.position(records.position() + size);
        }
        return entry.size() > MOST_OF_TABLE ? Optional.empty() : Optional.of("file-corrupt");
    }

    /** Sheets of cells and charts are read; sheets of macros and modules run. */
    private static boolean runs(byte sheet) {
        return sheet != CELLS && sheet != CHART;
    }
}
