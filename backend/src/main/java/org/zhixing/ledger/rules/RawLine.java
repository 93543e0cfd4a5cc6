package org.zhixing.ledger.rules;

import java.util.List;
import java.util.Map;

/**
 * One line of a statement as it was read.
 *
 * @param row counts the lines from 1
 * @param line the line of the text file, the row of the sheet, or the line of the XML file on which it begins
 * @param faults what is wrong with it whatever its values say
 */
public record RawLine(int row, int line, Map<StatementColumn, String> values, List<LineFault> faults) {

    public RawLine {
        faults = List.copyOf(faults);
    }

    public String value(StatementColumn column) {
        return values.getOrDefault(column, "");
    }
}
