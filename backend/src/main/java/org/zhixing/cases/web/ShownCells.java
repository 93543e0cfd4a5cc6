package org.zhixing.cases.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.zhixing.access.rules.Masking;
import org.zhixing.cases.rules.QueryColumn;
import org.zhixing.cases.rules.SheetKind;

/** Cells of an import as somebody sees them: numbers of accounts and certificates in full only to whoever brought them. */
record ShownCells(SheetKind kind, boolean own) {
    String value(String column, String text) {
        return own || kind == SheetKind.REGISTER || !column.equals(QueryColumn.IDENTIFIER.header())
                ? text
                : Objects.requireNonNull(Masking.bankAccount(text));
    }

    Map<String, String> values(Map<String, String> read) {
        Map<String, String> shown = new LinkedHashMap<>();
        read.forEach((column, text) -> shown.put(column, value(column, text)));
        return shown;
    }
}
