package org.zhixing.access.rules;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where and since when somebody is signed in.
 *
 * @param signedInAt when the password was given
 * @param seenAt the last request, to five minutes
 * @param address as the connection or the trusted proxy says
 * @param agent what the browser calls itself: the sender's word
 */
public record Session(
        UUID id,
        Instant signedInAt,
        Instant seenAt,
        @Nullable String address,
        @Nullable String agent) {

    /** The same for all tokens of one session of the identity provider, whose own name for it is not shown. */
    public static UUID idOf(String sid) {
        return UUID.nameUUIDFromBytes(sid.getBytes(StandardCharsets.UTF_8));
    }
}
