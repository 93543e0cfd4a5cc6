package org.zhixing.ledger.rules;

import java.util.UUID;

/** How a bank writes its statement; the court's own data, kept by the administrator. */
public record StatementMapping(
        UUID id, int courtId, String name, Format format, MappingDocument document, boolean active, int version) {

    /** What the file is. */
    public enum Format {
        /** CSV or XLSX with a header row. */
        TABLE,
        /** ISO 20022 bank-to-customer statement, XML. */
        CAMT053
    }
}
