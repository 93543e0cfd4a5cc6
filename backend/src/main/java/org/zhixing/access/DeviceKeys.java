package org.zhixing.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.store.DeviceKeyRows;
import org.zhixing.platform.Database;

/**
 * The key under which a phone keeps what its person took and saw. It is the person's and not the session's: what could
 * not be sent before a session ended must open again at the next. Only a signed-in person gets it, and only their own.
 */
@ApplicationScoped
public class DeviceKeys {
    private static final int KEY_BYTES = 32;

    private final DeviceKeyRows rows;
    private final Database database;
    private final SecureRandom random = new SecureRandom();

    DeviceKeys(DeviceKeyRows rows, Database database) {
        this.rows = rows;
        this.database = database;
    }

    public Uni<byte[]> keyOf(Actor actor) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return database.inTransaction(tx -> rows.keyOf(tx, actor.courtId(), actor.personId(), fresh));
    }
}
