package org.zhixing.audit.offline;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhixing.audit.rules.Seal;
import org.zhixing.audit.rules.SealKeys;
import org.zhixing.audit.rules.TrailCheck;
import org.zhixing.audit.rules.TrailFinding;
import org.zhixing.audit.rules.TrailFinding.Kind;

/**
 * Finds what was changed, removed or inserted in the audit trail with a superuser's rights, and names it; beside files of
 * signed blocks kept elsewhere ({@code GET /api/v1/audit/roots}) also a trail whose end was cut off, or that was written
 * anew by somebody who had the key. Arguments: the JDBC address, a PEM file with the public keys, and any number of such
 * files; name and password come from PGUSER and PGPASSWORD. Ends with 0 where all holds, with 1 where something was found.
 */
public final class VerifyTrail {
    private final SealKeys keys;
    private final PrintStream out;
    private long findings;

    VerifyTrail(SealKeys keys, PrintStream out) {
        this.keys = keys;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, SQLException {
        if (args.length < 2) {
            System.err.println("Usage: verify-trail JDBC-URL PUBLIC-KEYS.pem [ROOTS.ndjson …]");
            System.exit(2);
        }
        SealKeys keys = SealKeys.checking(Files.readString(Path.of(args[1])));
        List<Path> roots = Stream.of(args).skip(2).map(Path::of).toList();
        String user = Objects.requireNonNullElse(System.getenv("PGUSER"), "");
        String password = Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "");
        try (Connection connection = DriverManager.getConnection(args[0], user, password)) {
            System.exit(new VerifyTrail(keys, System.out).run(connection, roots) == 0 ? 0 : 1);
        }
    }

    /** Answers how much was found. */
    long run(Connection connection, List<Path> roots) throws IOException, SQLException {
        TrailTables tables = new TrailTables(connection);
        for (TrailTables.Court court : tables.courts()) {
            check(tables, court, kept(roots, court.id()));
        }
        out.println(findings == 0 ? "Everything holds." : findings + " findings.");
        return findings;
    }

    private void check(TrailTables tables, TrailTables.Court court, TreeMap<Long, String> kept) throws SQLException {
        Seal.Head before = tables.beginning(court.id());
        long end = Math.max(tables.last(court.id()), kept.isEmpty() ? 0 : kept.lastKey());
        long blocks = 0;
        long rows = 0;
        // The number that must be there next; a stretch that is missing is told block by block.
        while (before.number() < end) {
            List<Seal> stretch = tables.stretch(court.id(), before.number());
            long through =
                    stretch.isEmpty() ? end : stretch.get(stretch.size() - 1).number();
            TrailCheck.blocks(before, stretch, through, keys).forEach(found -> say(court, found));
            TrailCheck.rows(stretch, tables.rows(court.id(), stretch)).forEach(found -> say(court, found));
            beside(court, kept, stretch);
            blocks += stretch.size();
            rows += stretch.stream().mapToLong(Seal::rows).sum();
            before = stretch.isEmpty()
                    ? new Seal.Head(end, "", 0)
                    : stretch.get(stretch.size() - 1).head();
        }
        tables.unknown(court.id()).forEach(row -> say(court, TrailFinding.of(Kind.ROW_INSERTED, row)));
        out.printf("%s: %d blocks, %d rows, %d kept elsewhere%n", court.code(), blocks, rows, kept.size());
    }

    /** A block that was signed anew says something else than the one that was kept. */
    private void beside(TrailTables.Court court, Map<Long, String> kept, List<Seal> stretch) {
        for (Seal block : stretch) {
            String was = kept.get(block.number());
            if (was != null && !was.equals(block.text())) {
                say(court, new TrailFinding(Kind.SEAL_CHANGED, block.number(), null, null, null, null, null));
            }
        }
    }

    private void say(TrailTables.Court court, TrailFinding found) {
        findings++;
        List<Object> words = new ArrayList<>(List.of(court.code(), found.kind()));
        Stream.of(
                        named("block", found.block()),
                        named("row", found.seq()),
                        named("at", found.at()),
                        named("case", found.caseId()),
                        named("action", found.action()),
                        named("by", found.actor()))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        out.println(String.join(" ", words.stream().map(Object::toString).toList()));
    }

    private static String named(String name, @org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : name + "=" + value;
    }

    /** What the court's blocks say by those files, each of which must carry a signature of ours. */
    private TreeMap<Long, String> kept(List<Path> files, int court) throws IOException {
        TreeMap<Long, String> all = new TreeMap<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            if (new JsonObject(lines.get(0)).getInteger("court") != court) {
                continue;
            }
            for (String line : lines.subList(1, lines.size())) {
                JsonObject root = new JsonObject(line);
                if (!keys.verifies(root.getString("key"), root.getString("text"), root.getString("signature"))) {
                    findings++;
                    out.println(file + ": block " + root.getLong("number") + " is not signed by any of these keys");
                }
                all.put(root.getLong("number"), root.getString("text"));
            }
        }
        return all;
    }
}
