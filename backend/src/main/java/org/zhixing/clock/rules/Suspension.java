package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days {@code [from, resume)} that are not counted (§3.1 rule 5).
 *
 * @param from the first day not counted
 * @param resume the first day counted again, after {@code from}; {@link Due#NEVER} while nobody knows it
 */
public record Suspension(LocalDate from, LocalDate resume) {

    /** @throws IllegalArgumentException if resume is not after from */
    public Suspension {
        if (!resume.isAfter(from)) {
            throw new IllegalArgumentException("A suspension must resume after " + from + ", not on " + resume);
        }
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(resume);
    }

    /** Whether nobody knows yet when it ends. */
    public boolean endless() {
        return resume.equals(Due.NEVER);
    }

    /** The same days as ordered suspensions of which no two overlap or touch. */
    public static List<Suspension> unite(List<Suspension> suspensions) {
        if (suspensions.isEmpty()) {
            return suspensions;
        }
        List<Suspension> sorted = new ArrayList<>(suspensions);
        sorted.sort(Comparator.comparing(Suspension::from));
        List<Suspension> united = new ArrayList<>();
        Suspension open = sorted.get(0);
        for (Suspension next : sorted.subList(1, sorted.size())) {
            if (next.from().isAfter(open.resume())) {
                united.add(open);
                open = next;
            } else if (next.resume().isAfter(open.resume())) {
                open = new Suspension(open.from(), next.resume());
            }
        }
        united.add(open);
        return List.copyOf(united);
    }

    /** How many calendar days they have together, each day once; the days after an open end begins are not known. */
    public static long days(List<Suspension> suspensions) {
        return unite(suspensions).stream()
                .filter(suspension -> !suspension.endless())
                .mapToLong(suspension -> ChronoUnit.DAYS.between(suspension.from(), suspension.resume()))
                .sum();
    }
}
