package org.zhixing.platform.sheet;

/** What no file that people work with comes near, so that a hostile file cannot take the machine with it. */
public final class Limits {
    /** Data rows of a file. */
    public static final int ROWS = 500_000;
    /** Characters of one row, all cells together; also catches a quotation mark that is never closed. */
    static final int ROW_CHARACTERS = 100_000;
    /** Cells of one row; what stands further right is no column. */
    static final int CELLS = 256;
    /** Mebibytes that one part of a workbook may unpack to. */
    static final int PART_MEBIBYTES = 1024;
    /** Distinct texts of a workbook. */
    static final int TEXTS = 5_000_000;

    private Limits() {}
}
