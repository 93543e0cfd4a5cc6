package org.zhixing.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Versioned;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.SigningPolicy;
import org.zhixing.signing.rules.SigningRule;

/** All versions of a court's signing rules. */
public record SigningBook(List<Versioned<SigningPolicy>> versions) {

    public SigningBook {
        versions = List.copyOf(versions);
    }

    public Versioned<SigningPolicy> inForce(LocalDate on) {
        return Versioned.inForce(versions, on);
    }

    /**
     * The rule that binds one thing.
     *
     * @param version under which it was fixed; null where it is not, and the day decides
     */
    public SigningRule rule(String subject, @Nullable Integer version, LocalDate on) {
        return of(version, on).rule(subject);
    }

    private SigningPolicy of(@Nullable Integer version, LocalDate on) {
        return version == null
                ? inForce(on).document()
                : versions.stream()
                        .filter(each -> each.version() == version)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no version " + version))
                        .document();
    }

    /** Whether any version has such a seat for that kind: what waits may have been fixed under each of them. */
    public boolean ever(String subject, Predicate<Seat> wanted) {
        return versions.stream().anyMatch(each -> each.document().rule(subject).seatsOf(true).stream()
                .anyMatch(wanted));
    }
}
