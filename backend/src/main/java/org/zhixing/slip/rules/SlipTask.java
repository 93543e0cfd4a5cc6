package org.zhixing.slip.rules;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done, to whom or what, and where.
 *
 * @param area the part of town by which officers and trips are chosen
 */
public record SlipTask(
        String kind,
        String target,
        @Nullable String place,
        @Nullable String area,
        @Nullable String instructions) {}
