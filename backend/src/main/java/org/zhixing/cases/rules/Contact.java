package org.zhixing.cases.rules;

import org.jspecify.annotations.Nullable;

/** Personal data of the party at a position of the case: masked except to those who handle the case. */
public record Contact(
        int position,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String address) {}
