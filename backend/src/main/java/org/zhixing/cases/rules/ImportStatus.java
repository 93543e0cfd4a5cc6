package org.zhixing.cases.rules;

/** How far a register import has come. */
public enum ImportStatus {
    /** Its rows are being read and compared. */
    CHECKING,
    /** Every row has its outcome; a person decides. */
    PREVIEWED,
    /** Its new rows are being filed. */
    COMMITTING,
    DONE,
    /** The file cannot be read, or the importer gave up. */
    FAILED;

    /** Whether the importer has something to do. */
    public boolean working() {
        return this == CHECKING || this == COMMITTING;
    }
}
