package org.zhixing.cases.rules;

import java.util.Map;

/**
 * One data row of a sheet as it was read.
 *
 * @param row counts the data rows from 1
 * @param line the line of the text file, or the row of the sheet, on which it begins
 * @param values the known columns by header
 */
public record ImportLine(int row, int line, Map<String, String> values) {}
