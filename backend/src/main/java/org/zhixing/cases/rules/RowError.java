package org.zhixing.cases.rules;

/**
 * What is wrong with one cell of a row.
 *
 * @param column the header of the cell's column
 * @param value the cell as it was read; characters that no screen or database takes are replaced
 */
public record RowError(String column, String value, Reason reason) {

    public RowError {
        value = value.replace('\0', '\uFFFD');
    }
}
