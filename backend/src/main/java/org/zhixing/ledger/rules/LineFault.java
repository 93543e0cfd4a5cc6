package org.zhixing.ledger.rules;

/** What is wrong with one value of a line. */
public record LineFault(StatementColumn column, String value, Fault fault) {

    public LineFault {
        value = value.replace('\0', '\uFFFD');
    }
}
