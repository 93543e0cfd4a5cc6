package org.zhixing.signing.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * What restricts a person or pays money is done by somebody who has just proved who they are.
 *
 * @param age how old the login may be
 */
public record StepUp(Duration age) {

    /** Whether this login is too old, or does not say when it was. */
    public boolean wants(Signature.Login login, Instant now) {
        return !login.youngerThan(age, now);
    }

    /** As people are told it: a part of a minute is one. */
    public long minutes() {
        return age.plusSeconds(59).toMinutes();
    }
}
