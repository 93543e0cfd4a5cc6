package org.zhixing.cases.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where each column stands in one file: columns come in any order, and columns the court added are passed over. */
public final class RegisterHeader {

    private final Map<RegisterColumn, Integer> places;

    private RegisterHeader(Map<RegisterColumn, Integer> places) {
        this.places = places;
    }

    /** Reads the file's first row; bad if a required column is missing or a known one stands twice. */
    public static Checked<RegisterHeader> of(List<String> cells) {
        Map<RegisterColumn, Integer> places = new EnumMap<>(RegisterColumn.class);
        for (int place = 0; place < cells.size(); place++) {
            Optional<RegisterColumn> column = RegisterColumn.ofHeader(CellText.narrow(cells.get(place)));
            if (column.isPresent() && places.putIfAbsent(column.get(), place) != null) {
                return Checked.bad(ReasonCode.COLUMN_TWICE, column.get().header());
            }
        }
        String missing = Arrays.stream(RegisterColumn.values())
                .filter(column -> column.required() && !places.containsKey(column))
                .map(RegisterColumn::header)
                .collect(Collectors.joining("、"));
        return missing.isEmpty()
                ? Checked.good(new RegisterHeader(places))
                : Checked.bad(ReasonCode.COLUMNS_MISSING, missing);
    }

    /** The row's known values by header, in the register's order; a row that ends early has empty cells. */
    public Map<String, String> values(List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        places.forEach((column, place) -> values.put(column.header(), place < cells.size() ? cells.get(place) : ""));
        return values;
    }

    /** The known columns of the file in the file's own order. */
    public List<RegisterColumn> columns() {
        List<RegisterColumn> columns = new ArrayList<>(places.keySet());
        columns.sort((a, b) -> Integer.compare(places.getOrDefault(a, 0), places.getOrDefault(b, 0)));
        return columns;
    }
}
