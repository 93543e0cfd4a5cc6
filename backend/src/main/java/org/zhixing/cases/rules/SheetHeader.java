package org.zhixing.cases.rules;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where each column stands in one file: columns come in any order, and columns the court added are passed over. */
public final class SheetHeader {

    private final Map<SheetColumn, Integer> places;

    private SheetHeader(Map<SheetColumn, Integer> places) {
        this.places = places;
    }

    /**
     * Reads the file's first row; bad if a required column is missing or a known one stands twice.
     *
     * @param known in the sheet's own order
     */
    public static Checked<SheetHeader> of(List<? extends SheetColumn> known, List<String> cells) {
        Map<SheetColumn, Integer> found = new LinkedHashMap<>();
        for (int place = 0; place < cells.size(); place++) {
            String cell = CellText.narrow(cells.get(place));
            Optional<? extends SheetColumn> column =
                    known.stream().filter(each -> each.header().equals(cell)).findFirst();
            if (column.isPresent() && found.putIfAbsent(column.get(), place) != null) {
                return Checked.bad(ReasonCode.COLUMN_TWICE, column.get().header());
            }
        }
        String missing = known.stream()
                .filter(column -> column.required() && !found.containsKey(column))
                .map(SheetColumn::header)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            return Checked.bad(ReasonCode.COLUMNS_MISSING, missing);
        }
        Map<SheetColumn, Integer> places = new LinkedHashMap<>();
        known.stream()
                .filter(found::containsKey)
                .forEach(column -> places.put(column, Objects.requireNonNull(found.get(column))));
        return Checked.good(new SheetHeader(places));
    }

    /** The row's known values by header, in the sheet's order; a row that ends early has empty cells. */
    public Map<String, String> values(List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        places.forEach((column, place) -> values.put(column.header(), place < cells.size() ? cells.get(place) : ""));
        return values;
    }

    /** The known columns of the file in the file's own order. */
    public List<SheetColumn> columns() {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
