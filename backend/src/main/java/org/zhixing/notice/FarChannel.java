package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import org.zhixing.notice.rules.Letter;
import org.zhixing.notice.store.ChannelRows.Destination;

/** A way out of the house, one letter and one person at a time. What was sent cannot be taken back. */
interface FarChannel {
    /** The name its rows carry in the outbox. */
    String name();

    /** False where nothing is configured to carry it: its letters wait. */
    boolean ready();

    /**
     * Sends the letter, or does nothing where the person does not want it any more. Fails with {@code CarrierDown} or
     * another error, which concerns this letter only.
     */
    Uni<Void> send(Letter letter, Destination to);
}
