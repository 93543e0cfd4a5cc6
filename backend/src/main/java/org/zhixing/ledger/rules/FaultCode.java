package org.zhixing.ledger.rules;

/** Every reason why a statement, or a line of it, cannot be taken; the key of its sentence in {@code messages/statement}. */
public enum FaultCode {
    /** The cell is empty and must not be. */
    REQUIRED,
    /** 0 most characters. */
    TOO_LONG,
    CONTROL_CHARACTER,
    /** 0 line on which the serial number already stands. */
    SERIAL_TWICE,
    TIME_SYNTAX,
    /** 0 today. */
    TIME_IN_FUTURE,
    AMOUNT_SYNTAX,
    AMOUNT_DECIMALS,
    AMOUNT_TOO_LARGE,
    /** Neither money in nor money out. */
    AMOUNT_NONE,
    /** Both money in and money out. */
    AMOUNT_BOTH,
    /** 0 currency. */
    CURRENCY,
    /** An entry that the bank has not booked yet. */
    NOT_BOOKED,
    /** The file says nothing. */
    FILE_EMPTY,
    FILE_KIND,
    FILE_XLS,
    FILE_ENCODING,
    FILE_BROKEN,
    /** 0 line on which a row begins, 1 most characters of a row. */
    FILE_ROW_TOO_LONG,
    /** 0 most rows. */
    FILE_TOO_MANY_ROWS,
    /** 0 most mebibytes of a workbook's unpacked part. */
    FILE_UNPACKS_TOO_LARGE,
    /** No mapping of the court knows this header. */
    FILE_UNKNOWN,
    /** 0 name of the mapping: it was chosen, and the file is not written so. */
    FILE_OTHER_MAPPING,
    /** XML that declares a document type. */
    FILE_DOCTYPE,
    /** The importer failed for a reason of its own, again and again. */
    FILE_NOT_FINISHED
}
