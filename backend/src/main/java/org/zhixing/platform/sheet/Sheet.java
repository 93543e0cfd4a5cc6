package org.zhixing.platform.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file's rows, one after the other. */
public interface Sheet extends Closeable {
    /** The next row, null after the last. */
    @Nullable
    SheetRow next() throws IOException;

    /** How the file is written: UTF-8, GB18030 or XLSX. */
    String encoding();
}
