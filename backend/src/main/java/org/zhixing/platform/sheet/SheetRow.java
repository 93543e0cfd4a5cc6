package org.zhixing.platform.sheet;

import java.util.List;

/** A row as it stands in the file: its line or sheet row, counted from 1, and its cells as text. */
public record SheetRow(int line, List<String> cells) {
    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
