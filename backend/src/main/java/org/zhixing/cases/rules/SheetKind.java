package org.zhixing.cases.rules;

import java.util.List;

/** What a sheet that is taken in row by row says. */
public enum SheetKind {
    /** The register of cases. */
    REGISTER(List.of(RegisterColumn.values())),
    /** What the online and offline checks found of respondents' property (一(四)1, 3). */
    QUERY_RESULTS(List.of(QueryColumn.values()));

    private final List<SheetColumn> columns;

    SheetKind(List<SheetColumn> columns) {
        this.columns = columns;
    }

    public List<SheetColumn> columns() {
        return columns;
    }
}
