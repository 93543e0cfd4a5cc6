package org.zhixing.cases.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Masking;
import org.zhixing.cases.rules.QueryColumn;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.cases.rules.SheetKind;

/**
 * Cells of an import as somebody sees them: numbers of accounts and certificates, and where parties are found, in full only
 * to whoever brought them.
 */
record ShownCells(SheetKind kind, boolean own) {
    String value(String column, String text) {
        if (own) {
            return text;
        }
        if (kind == SheetKind.REGISTER) {
            return contact(RegisterColumn.ofHeader(column), text);
        }
        return column.equals(QueryColumn.IDENTIFIER.header())
                ? Objects.requireNonNull(Masking.bankAccount(text))
                : text;
    }

    /** Of several in one cell each by itself: what stands between them is no part of any. */
    private static String contact(Optional<RegisterColumn> column, String text) {
        if (column.isPresent() && column.get().phone()) {
            return masked(text, "[、；;\\n]", Masking::phone);
        }
        return column.isPresent() && column.get().address() ? masked(text, "[；;\\n]", Masking::address) : text;
    }

    private static String masked(String text, String between, UnaryOperator<@Nullable String> mask) {
        return Arrays.stream(text.split(between, -1))
                .map(one -> Objects.requireNonNull(mask.apply(one)))
                .collect(Collectors.joining("；"));
    }

    Map<String, String> values(Map<String, String> read) {
        Map<String, String> shown = new LinkedHashMap<>();
        read.forEach((column, text) -> shown.put(column, value(column, text)));
        return shown;
    }
}
