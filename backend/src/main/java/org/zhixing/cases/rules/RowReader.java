package org.zhixing.cases.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row and collects what is wrong with them. */
public final class RowReader {

    private final Map<String, String> values;
    private final List<RowError> errors = new ArrayList<>();

    public RowReader(Map<String, String> values) {
        this.values = values;
    }

    public List<RowError> errors() {
        return errors;
    }

    /** The cell without its surrounding blanks; empty if the file has no such column. */
    public String cell(SheetColumn column) {
        return CellText.tidy(values.getOrDefault(column.header(), ""));
    }

    public void wrong(SheetColumn column, Reason reason) {
        errors.add(new RowError(column.header(), values.getOrDefault(column.header(), ""), reason));
    }

    public void wrong(SheetColumn column, ReasonCode code, String... params) {
        wrong(column, Reason.of(code, params));
    }

    public <T> @Nullable T required(SheetColumn column, Function<String, Checked<T>> check) {
        if (cell(column).isEmpty()) {
            wrong(column, ReasonCode.REQUIRED);
            return null;
        }
        return optional(column, check);
    }

    public <T> @Nullable T optional(SheetColumn column, Function<String, Checked<T>> check) {
        String cell = cell(column);
        return cell.isEmpty() ? null : check.apply(cell).orTell(reason -> wrong(column, reason));
    }

    /** A word of a closed list. */
    public <T> @Nullable T word(SheetColumn column, Function<String, Optional<T>> words, ReasonCode unknown) {
        return required(
                column,
                text -> words.apply(CellText.narrow(text)).map(Checked::good).orElse(Checked.bad(unknown)));
    }

    /** 是 or 否; an empty cell is 否, as registers leave out what did not happen. */
    public boolean flag(SheetColumn column) {
        String cell = cell(column);
        if (!cell.isEmpty() && !cell.equals("是") && !cell.equals("否")) {
            wrong(column, ReasonCode.FLAG_UNKNOWN);
        }
        return cell.equals("是");
    }

    /** Text is kept as it is, whatever it looks like: a formula is somebody's cause until an export neutralises it. */
    public static Checked<String> text(String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            return Checked.bad(ReasonCode.TOO_LONG, Integer.toString(most));
        }
        return CellText.hasControl(text) ? Checked.bad(ReasonCode.CONTROL_CHARACTER) : Checked.good(text);
    }
}
