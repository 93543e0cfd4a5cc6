package org.zhixing.audit.offline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.rules.AuditRow;
import org.zhixing.audit.rules.Leaf;
import org.zhixing.audit.rules.Seal;

/** The trail's tables over a plain connection: whoever checks has no application, and reads as a superuser does. */
final class TrailTables {
    private static final int BLOCKS = 200;

    private static final String ROW =
            "seq, court_id, at, actor_id, actor_name, action, case_id, subject_id, detail::text,"
                    + " request_id, prev_hash, hash";

    private static final String UNKNOWN = "select " + ROW + """
             from audit a where court_id = ?
                and not exists (select from audit_unsealed u where u.court_id = a.court_id and u.seq = a.seq)
                and seq not in (select split_part(l, E'\\t', 1)::bigint from audit_seal s,
                    string_to_table(s.leaves, E'\\n') l where s.court_id = a.court_id)
            order by seq
            """;

    private final Connection connection;

    TrailTables(Connection connection) {
        this.connection = connection;
    }

    record Court(int id, String code) {}

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reading<T> reading, Object... params) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < params.length; i++) {
                statement.setObject(i + 1, params[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
            }
            return all;
        }
    }

    List<Court> courts() throws SQLException {
        return list("select id, code from court order by id", row -> new Court(row.getInt(1), row.getString(2)));
    }

    /** What the first block hangs on. */
    Seal.Head beginning(int court) throws SQLException {
        return list(
                        "select hash from audit_head where court_id = ?",
                        row -> new Seal.Head(0, row.getString(1), 0),
                        court)
                .get(0);
    }

    long last(int court) throws SQLException {
        return list(
                        "select greatest((select number from audit_seal_head where court_id = ?),"
                                + " (select max(number) from audit_seal where court_id = ?), 0)",
                        row -> row.getLong(1),
                        court,
                        court)
                .get(0);
    }

    List<Seal> stretch(int court, long above) throws SQLException {
        return list(
                "select court_id, number, previous, rows, first_seq, last_seq, reach, sealed_at, leaves, digest, hash,"
                        + " key_id, signature from audit_seal where court_id = ? and number > ? order by number limit "
                        + BLOCKS,
                row -> new Seal(
                        row.getInt(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13)),
                court,
                above);
    }

    Map<Long, AuditRow> rows(int court, List<Seal> blocks) throws SQLException {
        Long[] seqs = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .map(Leaf::seq)
                .toArray(Long[]::new);
        Map<Long, AuditRow> all = new HashMap<>();
        list(
                        "select " + ROW + " from audit where court_id = ? and seq = any (?)",
                        TrailTables::row,
                        court,
                        connection.createArrayOf("bigint", seqs))
                .forEach(row -> all.put(row.seq(), row));
        return all;
    }

    /** Rows that no block knows and that do not wait for one. */
    List<AuditRow> unknown(int court) throws SQLException {
        return list(UNKNOWN, TrailTables::row, court);
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong(1),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                id(row, 4),
                row.getString(5),
                row.getString(6),
                id(row, 7),
                id(row, 8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }

    private static @Nullable UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
