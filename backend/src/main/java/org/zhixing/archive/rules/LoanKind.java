package org.zhixing.archive.rules;

/** What somebody wants of an archived volume: 查阅, 复印, or 外调 for a body outside the court. */
public enum LoanKind {
    CONSULT,
    COPY,
    INQUIRY;

    /** Whether it opens the volume to who asked: what is shown to somebody outside, the archive desk reads by its office. */
    public boolean opens() {
        return this != INQUIRY;
    }

    /** Whether pages may be taken away, on paper or as files. */
    public boolean copies() {
        return this == COPY;
    }
}
