package org.zhixing.supervise.rules;

/** A slip's number within its court, e.g. {@code 督办〔2022〕1号}: by the year it was issued in, without gaps. */
public record SlipNumber(int year, int serial) {

    public SlipNumber {
        if (year < 1 || serial < 1) {
            throw new IllegalArgumentException("A slip is numbered from 1 on");
        }
    }

    public String text() {
        return "督办〔" + year + "〕" + serial + "号";
    }
}
