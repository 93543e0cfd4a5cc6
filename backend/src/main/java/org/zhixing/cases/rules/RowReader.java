package org.zhixing.cases.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row and collects what is wrong with them. */
final class RowReader {

    private final Map<String, String> values;
    private final List<RowError> errors = new ArrayList<>();

    RowReader(Map<String, String> values) {
        this.values = values;
    }

    List<RowError> errors() {
        return errors;
    }

    /** The cell without its surrounding blanks; empty if the file has no such column. */
    String cell(RegisterColumn column) {
        return CellText.tidy(values.getOrDefault(column.header(), ""));
    }

    void wrong(RegisterColumn column, Reason reason) {
        errors.add(new RowError(column.header(), values.getOrDefault(column.header(), ""), reason));
    }

    void wrong(RegisterColumn column, ReasonCode code, String... params) {
        wrong(column, Reason.of(code, params));
    }

    <T> @Nullable T required(RegisterColumn column, Function<String, Checked<T>> check) {
        if (cell(column).isEmpty()) {
            wrong(column, ReasonCode.REQUIRED);
            return null;
        }
        return optional(column, check);
    }

    <T> @Nullable T optional(RegisterColumn column, Function<String, Checked<T>> check) {
        String cell = cell(column);
        return cell.isEmpty() ? null : check.apply(cell).orTell(reason -> wrong(column, reason));
    }

    /** A word of a closed list. */
    <T> @Nullable T word(RegisterColumn column, Function<String, Optional<T>> words, ReasonCode unknown) {
        return required(
                column,
                text -> words.apply(CellText.narrow(text)).map(Checked::good).orElse(Checked.bad(unknown)));
    }

    /** 是 or 否; an empty cell is 否, as registers leave out what did not happen. */
    boolean flag(RegisterColumn column) {
        String cell = cell(column);
        if (!cell.isEmpty() && !cell.equals("是") && !cell.equals("否")) {
            wrong(column, ReasonCode.FLAG_UNKNOWN);
        }
        return cell.equals("是");
    }

    /** Text is kept as it is, whatever it looks like: a formula is somebody's cause until an export neutralises it. */
    static Checked<String> text(String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            return Checked.bad(ReasonCode.TOO_LONG, Integer.toString(most));
        }
        return CellText.hasControl(text) ? Checked.bad(ReasonCode.CONTROL_CHARACTER) : Checked.good(text);
    }
}
