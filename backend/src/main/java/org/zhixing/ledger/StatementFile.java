package org.zhixing.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.RawLine;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.ledger.rules.RunningBalance;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.statement.StatementSource;
import org.zhixing.ledger.statement.StatementSources;
import org.zhixing.platform.sheet.SheetRefused;

/** A bank's statement, opened by the mapping that knows it. Methods may throw {@link RefusedStatement}. Not thread-safe. */
public final class StatementFile implements Closeable {
    private static final int GLANCE = 512;

    private final StatementSource source;

    private StatementFile(StatementSource source) {
        this.source = source;
    }

    /** @param known the mappings it may be written by: the one that was chosen, or all that the court uses */
    public static StatementFile open(Path file, List<StatementMapping> known) throws IOException {
        try {
            return new StatementFile(StatementSources.open(file, known, xml(file)));
        } catch (SheetRefused refused) {
            throw refused(refused);
        }
    }

    /** Whether it begins as XML does, after a byte order mark and blanks. */
    private static boolean xml(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(GLANCE), StandardCharsets.UTF_8);
            return start.replace("\uFEFF", "").stripLeading().startsWith("<");
        }
    }

    public StatementMapping mapping() {
        return source.mapping();
    }

    /** The next lines, at most that many; empty after the last. */
    public List<RawLine> next(int most) throws IOException {
        List<RawLine> lines = new ArrayList<>();
        while (lines.size() < most) {
            RawLine found = next();
            if (found == null) {
                break;
            }
            lines.add(found);
        }
        return lines;
    }

    /** Passes over the given number of lines; answers how many there were. */
    public int skip(int lines) throws IOException {
        int passed = 0;
        while (passed < lines && next() != null) {
            passed++;
        }
        return passed;
    }

    /** Once the last line was read: where opening, lines and closing balance do not agree. */
    public List<RunningBalance.Gap> gaps() {
        return source.gaps();
    }

    private @Nullable RawLine next() throws IOException {
        try {
            return source.next();
        } catch (SheetRefused refused) {
            throw refused(refused);
        }
    }

    private static RefusedStatement refused(SheetRefused refused) {
        return new RefusedStatement(new Fault(FaultCode.valueOf("FILE_" + refused.fault()), refused.params()));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
