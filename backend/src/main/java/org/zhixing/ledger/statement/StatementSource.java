package org.zhixing.ledger.statement;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.RawLine;
import org.zhixing.ledger.rules.RunningBalance;
import org.zhixing.ledger.rules.StatementMapping;

/** A statement's lines, one after the other. */
public interface StatementSource extends Closeable {
    /** How the file is written. */
    StatementMapping mapping();

    /** The next line, null after the last. */
    @Nullable
    RawLine next() throws IOException;

    /** Once the last line was read: where opening, lines and closing balance do not agree. */
    default List<RunningBalance.Gap> gaps() {
        return List.of();
    }
}
