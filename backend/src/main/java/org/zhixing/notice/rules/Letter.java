package org.zhixing.notice.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * One notice to one person by a channel outside, held by whoever is sending it until {@code lease}.
 *
 * @param attempts tries so far, this one among them
 * @param createdAt when it was owed; with the id it makes the name by which a receiver knows a repetition
 */
public record Letter(long id, int courtId, UUID personId, Event event, int attempts, Instant createdAt, Instant lease) {

    /** The same for every try: a mail's Message-ID, and what a webhook's receiver compares. */
    public String name() {
        return id + "." + createdAt.getEpochSecond();
    }
}
