package org.zhixing.paper.rules;

import java.util.List;

/** A piece of a paper from top to bottom. Only rows of tables have more cells than one. */
public record Block(Kind kind, List<String> cells) {
    /** How it is set. */
    public enum Kind {
        /** {@code # }: the paper's title. */
        TITLE,
        /** {@code ## } */
        HEADING,
        /** {@code = } */
        CENTRED,
        /** {@code > } */
        RIGHT,
        /** A line without a mark; its first line is indented by two characters, as Chinese papers are. */
        PARAGRAPH,
        /** {@code - }: from the margin on. */
        FLUSH,
        /** {@code | a | b |}; rows that follow one another are one table. */
        ROW,
        /** {@code [签名 执行员]}: where that person's name and a line for the hand stand. */
        SIGNATURE,
        /** {@code [印章]}: where the court's seal goes. */
        SEAL,
        /** An empty line. */
        GAP
    }

    public Block {
        cells = List.copyOf(cells);
    }

    public static Block of(Kind kind, String... cells) {
        return new Block(kind, List.of(cells));
    }

    public String text() {
        return cells.isEmpty() ? "" : cells.get(0);
    }
}
