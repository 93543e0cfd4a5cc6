package org.zhixing.slip.rules;

/** A slip's number within its court, e.g. {@code 流转〔2022〕1号}: by the year it was asked in, without gaps. */
public record TaskSlipNumber(int year, int serial) {

    public TaskSlipNumber {
        if (year < 1 || serial < 1) {
            throw new IllegalArgumentException("A slip is numbered from 1 on");
        }
    }

    public String text() {
        return "流转〔" + year + "〕" + serial + "号";
    }
}
