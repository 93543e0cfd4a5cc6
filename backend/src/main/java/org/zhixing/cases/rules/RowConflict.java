package org.zhixing.cases.rules;

/** One column in which the stored case and the row of the register differ, both as the register writes them. */
public record RowConflict(String column, String stored, String given) {}
