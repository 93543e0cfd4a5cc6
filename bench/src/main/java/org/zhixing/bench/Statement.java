package org.zhixing.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as the server saw it: text with {@code $1}, and each parameter as text. */
record Statement(String sql, List<@Nullable String> values) {}
