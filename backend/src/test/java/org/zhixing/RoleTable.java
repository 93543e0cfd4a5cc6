package org.zhixing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** roles.csv: by operation and role, {@code yes}, {@code -}, or the scope a service account needs. */
record RoleTable(List<String> roles, Map<String, Map<String, String>> cells) {
    static RoleTable read() {
        List<List<String>> rows = text().lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> Arrays.stream(line.split(",")).map(String::strip).toList())
                .toList();
        List<String> roles = rows.get(0).subList(1, rows.get(0).size());
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> byRole = new LinkedHashMap<>();
            for (int i = 0; i < roles.size(); i++) {
                byRole.put(roles.get(i), row.get(i + 1));
            }
            cells.put(row.get(0), byRole);
        }
        return new RoleTable(roles, cells);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(RoleTable.class.getResourceAsStream("/roles.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
