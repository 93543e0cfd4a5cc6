package org.zhixing.platform.sheet;

/** Why a file cannot be read, whatever it is about. */
public enum SheetFault {
    /** The file says nothing. */
    EMPTY,
    /** Neither CSV nor XLSX. */
    KIND,
    /** The old XLS. */
    XLS,
    /** Neither UTF-8 nor GB18030. */
    ENCODING,
    /** A workbook, or an XML file, that is damaged or not made as its standard says. */
    BROKEN,
    /** 0 line on which a row begins, 1 most characters of a row. */
    ROW_TOO_LONG,
    /** 0 most rows. */
    TOO_MANY_ROWS,
    /** 0 most mebibytes of a workbook's unpacked part. */
    UNPACKS_TOO_LARGE
}
