package org.zhixing.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database nobody listens for, against failures of input and output that are none of its. */
class DatabaseAwayTest {
    private Vertx vertx;
    private Database database;

    @BeforeEach
    void unreachable() throws IOException {
        vertx = Vertx.vertx();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Pool pool = PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(port)
                        .setDatabase("none")
                        .setUser("none"))
                .using(vertx)
                .build();
        database = new Database(pool);
    }

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void aReadThatReachesNobodyIsTheDatabaseAway() {
        assertTrue(Database.away(failure(Database.execute(database.reading(), "SELECT 1"))));
    }

    @Test
    void aTransactionThatReachesNobodyIsTheDatabaseAway() {
        assertTrue(Database.away(
                failure(database.inTransaction(c -> Uni.createFrom().item(1)))));
    }

    @Test
    void aFileThatCannotBeReadIsNot() {
        assertFalse(Database.away(new IOException("disk")));
        assertFalse(Database.away(new IllegalStateException(new java.net.ConnectException("identity provider"))));
    }

    private static Throwable failure(Uni<?> work) {
        return assertThrows(Exception.class, () -> work.await().indefinitely());
    }
}
