package org.zhixing.ledger.rules;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhixing.cases.rules.CellText;

/**
 * Which column of the file holds what.
 *
 * @param columns the words of the header by what they stand for
 * @param dateOrder how a date is written whose year does not stand first
 * @param inWords the words of {@link StatementColumn#DIRECTION} that mean money in, e.g. 贷
 */
public record MappingDocument(Map<StatementColumn, String> columns, DateOrder dateOrder, List<String> inWords) {

    /** The order of day, month and year. */
    public enum DateOrder {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    /** What is wrong with a mapping, as a key of the catalogue. */
    public record Wrong(StatementColumn column, String why) {}

    public MappingDocument {
        columns = columns.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(columns));
        inWords = List.copyOf(inWords);
    }

    /** Whether it can tell a line's serial number, day and amount, and no header stands for two things. */
    public Optional<Wrong> wrong() {
        for (StatementColumn needed : List.of(StatementColumn.SERIAL, StatementColumn.AT)) {
            if (!columns.containsKey(needed)) {
                return Optional.of(new Wrong(needed, "mapping.needed"));
            }
        }
        boolean both = columns.containsKey(StatementColumn.MONEY_IN) && columns.containsKey(StatementColumn.MONEY_OUT);
        if (both == columns.containsKey(StatementColumn.AMOUNT)) {
            return Optional.of(new Wrong(StatementColumn.AMOUNT, "mapping.amount"));
        }
        if (columns.containsKey(StatementColumn.DIRECTION) && inWords.isEmpty()) {
            return Optional.of(new Wrong(StatementColumn.DIRECTION, "mapping.direction"));
        }
        Set<String> headers = new HashSet<>();
        for (Map.Entry<StatementColumn, String> column : new EnumMap<>(columns).entrySet()) {
            if (column.getValue().isBlank() || !headers.add(column.getValue())) {
                return Optional.of(new Wrong(column.getKey(), "mapping.header"));
            }
        }
        return Optional.empty();
    }

    /** Where each column stands in a file with this header; empty where one that is mapped is missing. */
    public Optional<Map<StatementColumn, Integer>> places(List<String> cells) {
        List<String> header = cells.stream().map(CellText::narrow).toList();
        Map<StatementColumn, Integer> places = new EnumMap<>(StatementColumn.class);
        for (Map.Entry<StatementColumn, String> column : columns.entrySet()) {
            int place = header.indexOf(CellText.narrow(column.getValue()));
            if (place < 0) {
                return Optional.empty();
            }
            places.put(column.getKey(), place);
        }
        return Optional.of(places);
    }
}
