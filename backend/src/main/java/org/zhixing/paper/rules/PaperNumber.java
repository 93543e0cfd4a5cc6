package org.zhixing.paper.rules;

/** A paper's number: word, year and serial, e.g. 执通〔2022〕12号. */
public record PaperNumber(String word, int year, int serial) {
    public String text() {
        return word + "〔" + year + "〕" + serial + "号";
    }
}
