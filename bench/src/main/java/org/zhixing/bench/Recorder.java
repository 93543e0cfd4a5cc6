package org.zhixing.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Watches which statements PostgreSQL is sent for one request. */
final class Recorder {
    private static final int LOG_REACHES_EVERYBODY_MS = 400;

    private Recorder() {}

    /** The statements of one request, sent when everything that is cached is cached. */
    static List<Statement> record(Court court, Api api, String path, String token) {
        Database database = court.database();
        database.run("alter system set log_statement = 'all'", "select pg_reload_conf()");
        try {
            Clock.sleep(LOG_REACHES_EVERYBODY_MS);
            api.get(path, token);
            long from = size(court);
            api.get(path, token);
            Clock.sleep(LOG_REACHES_EVERYBODY_MS);
            return new ArrayList<>(ServerLog.statements(read(court, from)));
        } finally {
            database.run("alter system reset log_statement", "select pg_reload_conf()");
            Clock.sleep(LOG_REACHES_EVERYBODY_MS);
        }
    }

    private static long size(Court court) {
        Clock.sleep(LOG_REACHES_EVERYBODY_MS);
        return court.serverLog().toFile().length();
    }

    private static String read(Court court, long from) {
        try (RandomAccessFile log = new RandomAccessFile(court.serverLog().toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
