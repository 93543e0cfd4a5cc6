package org.zhixing.cases.rules;

/** A column of a sheet that the court takes in, known by its header. */
public interface SheetColumn {
    String header();

    /** Whether a file without it is refused as a whole. */
    boolean required();
}
