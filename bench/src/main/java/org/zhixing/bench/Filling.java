package org.zhixing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhixing.launcher.Durability;

/**
 * Fills a court with very many cases. A register of some thousand goes the way of every register, through the API, so
 * that teams, reasons, nodes and dates are what the rules say; most of its cases are then closed, and all are copied
 * until there are enough. The tables' own triggers count along. Only the audit rows of the copies are missing.
 *
 * @param cases how many, a multiple of {@link #TEMPLATE}
 * @param openShare how many of them are still open
 */
record Filling(int cases, double openShare) {
    /** Cases that differ from each other in more than their number. */
    static final int TEMPLATE = 20_000;

    private static final LocalDate CLOSED_BEFORE = Court.TODAY.minusDays(120);
    private static final int AT_ONCE = 25_000;

    /** The folder's court, filled if it is not yet. */
    void ensure(Path home) {
        Path done = home.resolve("filled-" + cases);
        if (Files.exists(done)) {
            return;
        }
        Clock clock = new Clock();
        Progress.say("filling " + home + " with " + cases + " cases: some minutes, once");
        try (Court court = Court.open(home, Durability.DISPOSABLE)) {
            begin(court);
            copy(court.database());
            finish(court);
            Files.createFile(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Progress.say("filled in %.0f s".formatted(clock.seconds()));
    }

    private void begin(Court court) throws IOException {
        Map<String, String> settings = new HashMap<>(Court.QUIET);
        settings.put("ZHIXING_IMPORT_EVERY", "1s");
        try (Api api = court.start(settings)) {
            court.database().run(sql("staff"));
            Path file = court.home().resolve("template.csv");
            new Register(1, this::filedOn).write(file, TEMPLATE);
            RegisterUpload.of(api, court.token("triage"), file);
        }
        court.database()
                .run(sql("history")
                        .replace(":closed_before", "date '" + CLOSED_BEFORE + "'")
                        .replace(":today", "date '" + Court.TODAY + "'"));
    }

    /** Closed cases of ten years; open ones mostly of the last weeks, as in a court that closes within 40 or 60 days. */
    private LocalDate filedOn(Random random) {
        return random.nextDouble() < openShare
                ? Court.TODAY.minusDays((long) (50 * Math.pow(random.nextDouble(), 1.2)))
                : CLOSED_BEFORE.minusDays(1 + random.nextInt(3_500));
    }

    private void copy(Database database) {
        int times = cases / TEMPLATE - 1;
        if (times == 0) {
            return;
        }
        database.run(sql("copies").replace(":times", Integer.toString(times)), "analyze");
        List<String> inserts = List.of(
                Copies.insert(
                        database,
                        "enforcement_case",
                        "id",
                        Map.of(
                                "id", "b.new_id",
                                "serial", "b.serial",
                                "number", "b.number",
                                "search", "replace(t.search, t.number, b.number)")),
                Copies.insert(database, "party", "case_id", Map.of("id", "uuidv7()", "case_id", "b.new_id")),
                Copies.insert(database, "triage_decision", "case_id", Map.of("case_id", "b.new_id")),
                Copies.insert(
                        database,
                        "ledger_account",
                        "case_id",
                        Map.of(
                                "id", "uuidv7()",
                                "case_id", "b.new_id",
                                "virtual_number", "'9' || lpad(nextval('case_account_serial')::text, 15, '0')")),
                Copies.insert(
                        database,
                        "node",
                        "case_id",
                        Map.of("id", "uuidv7()", "case_id", "b.new_id", "case_number", "b.number")));
        List<int[]> parts = new ArrayList<>();
        for (int from = 0; from < cases - TEMPLATE; from += AT_ONCE) {
            parts.add(new int[] {from, from + AT_ONCE});
        }
        Copies.run(database, inserts, parts);
    }

    private void finish(Court court) {
        court.database().run("drop table if exists bench_copy", sql("loads"));
        Map<String, String> settings = new HashMap<>(Court.QUIET);
        settings.put("ZHIXING_TALLY_EVERY", "1s");
        try (Api api = court.start(settings)) {
            Clock.await(
                    120,
                    "Merging the board's numbers",
                    () -> court.database().number("select count(*) from node_tally where not merged") == 0);
        }
        // As autovacuum would leave it in a court that has been at work for a while.
        court.database().run("vacuum analyze", "checkpoint");
    }

    private static String sql(String name) {
        try (var in = Filling.class.getResourceAsStream(name + ".sql")) {
            return new String(
                    java.util.Objects.requireNonNull(in, name).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
