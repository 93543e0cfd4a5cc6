package org.zhixing.access.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.platform.Database;

/** One key a person; the first to ask makes it. */
@ApplicationScoped
public class DeviceKeyRows {
    private static final String MAKE =
            "insert into device_key (person_id, court_id, key) values ($1, $2, $3) on conflict do nothing";

    /** The person's key; the one proposed only where there was none. */
    public Uni<byte[]> keyOf(SqlClient client, int courtId, UUID person, byte[] proposed) {
        return Database.execute(client, MAKE, person, courtId, Buffer.buffer(proposed))
                .chain(() -> Database.first(
                        client,
                        "select key from device_key where person_id = $1",
                        row -> row.getBuffer(0).getBytes(),
                        person))
                .map(Optional::orElseThrow);
    }
}
