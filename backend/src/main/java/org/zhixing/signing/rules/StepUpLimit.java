package org.zhixing.signing.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * How old a login may be at most for what wants a new one.
 *
 * @param minutes at least one
 */
public record StepUpLimit(int minutes) {

    public StepUpLimit {
        if (minutes < 1) {
            throw new IllegalArgumentException("minutes: " + minutes);
        }
    }

    /** As the limit says, or less where the court's own setting says so; never more. */
    public StepUp with(Optional<Duration> setting) {
        Duration most = Duration.ofMinutes(minutes);
        return new StepUp(setting.filter(own -> own.compareTo(most) < 0).orElse(most));
    }
}
