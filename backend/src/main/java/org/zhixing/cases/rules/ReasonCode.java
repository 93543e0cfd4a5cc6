package org.zhixing.cases.rules;

/** Every reason the register's check can give. The name is the key of its sentence in {@code messages/register}. */
public enum ReasonCode {
    /** 0 columns that are missing. */
    COLUMNS_MISSING,
    /** 0 column that stands twice. */
    COLUMN_TWICE,
    /** The cell is empty and must not be. */
    REQUIRED,
    /** 0 most characters. */
    TOO_LONG,
    CONTROL_CHARACTER,
    NUMBER_SYNTAX,
    /** 0 word found where 执 or 执X was expected. */
    NUMBER_WORD,
    /** 0 year. */
    NUMBER_YEAR,
    /** 0 code in the number, 1 code of the court. */
    NUMBER_OTHER_COURT,
    /** 0 line on which the number already stands; given by the importer, which sees the whole file. */
    NUMBER_TWICE,
    KIND_UNKNOWN,
    /** 0 kind in the register, 1 word in the number, 2 kind that the word stands for. */
    KIND_DISAGREES,
    DATE_SYNTAX,
    DATE_NOT_REAL,
    /** 0 today. */
    DATE_IN_FUTURE,
    DATE_TOO_EARLY,
    /** 0 filed date, 1 year of the number. */
    DATE_OTHER_YEAR,
    /** 0 first filed date, 1 filed date. */
    FIRST_FILED_AFTER_FILED,
    AMOUNT_SYNTAX,
    AMOUNT_NEGATIVE,
    AMOUNT_DECIMALS,
    AMOUNT_TOO_LARGE,
    MATTER_UNKNOWN,
    PARTY_KIND_UNKNOWN,
    /** 0 names, 1 kinds. */
    PARTY_KINDS_COUNT,
    /** 0 names, 1 phones or addresses. */
    PARTY_CONTACTS_COUNT,
    PHONE_SYNTAX,
    FLAG_UNKNOWN,
    /** The court has no such case, or it is not one that the uploader works on. */
    CASE_UNKNOWN,
    /** 0 name, 1 case number. */
    RESPONDENT_UNKNOWN,
    CHECK_UNKNOWN,
    /** Neither 有 nor 无. */
    FOUND_UNKNOWN,
    FOUND_WITHOUT_NAME,
    /** Nothing was found, and yet this is filled. */
    FOUND_DISAGREES,
    /** Neither 网络 nor 线下. */
    WAY_UNKNOWN,
    /** 0 line on which the same result already stands. */
    RESULT_TWICE,
    /** The file says nothing. */
    FILE_EMPTY,
    /** Neither CSV nor XLSX. */
    FILE_KIND,
    /** The old XLS. */
    FILE_XLS,
    /** Neither UTF-8 nor GB18030. */
    FILE_ENCODING,
    /** A workbook that is damaged or not made as the standard says. */
    FILE_BROKEN,
    /** 0 line on which a row begins, 1 most characters of a row. */
    FILE_ROW_TOO_LONG,
    /** 0 most rows. */
    FILE_TOO_MANY_ROWS,
    /** 0 most mebibytes of a workbook's unpacked part. */
    FILE_UNPACKS_TOO_LARGE,
    /** The importer failed for a reason of its own, again and again. */
    FILE_NOT_FINISHED
}
