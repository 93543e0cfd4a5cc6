package org.zhixing.platform;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A version of a document that is in force from a court date on. */
public record Versioned<T>(int version, LocalDate effectiveFrom, T document) {

    /** The version in force on the date; for dates before the first version, the first. */
    public static <T> Versioned<T> inForce(List<Versioned<T>> versions, LocalDate on) {
        Comparator<Versioned<T>> order =
                Comparator.comparing((Versioned<T> v) -> v.effectiveFrom()).thenComparing(Versioned::version);
        return versions.stream()
                .filter(v -> !v.effectiveFrom().isAfter(on))
                .max(order)
                .orElseGet(() -> versions.stream().min(order).orElseThrow());
    }
}
