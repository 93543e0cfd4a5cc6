package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhixing.clock.NoticesExpected.Sort.INTERVIEW;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.NoticesExpected.Sort;
import org.zhixing.launcher.Durability;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.Fleet;
import org.zhixing.testing.Papers;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;
import org.zhixing.testing.Trail;

/**
 * Three instances sweep every second while one after the other is killed, PostgreSQL crashes once, and the court's day
 * jumps over midnights, the National Day holiday and weekends; nodes are rectified and suspended, slips issued, answered
 * and sent back meanwhile. In the end everybody has each notice of each working day once. It prints what it counted.
 *
 * <p>Short within {@code verify}; {@code -Dexactly-once.seconds=240} spreads the days over so many seconds, with four
 * times the nodes.
 */
class ExactlyOnceIT {
    private static final int SECONDS = Integer.getInteger("exactly-once.seconds", 0);
    private static final int NODES = SECONDS > 0 ? 60 : 15;
    private static final int ACTED_ON = 5;
    private static final Duration KILL_EVERY = Duration.ofSeconds(4);
    private static final Duration SETTLED_AT_MOST = Duration.ofSeconds(90);
    private static final LocalDate LAST = LocalDate.of(2022, 10, 21);

    /** Due dates; those of the last are in time until the end. */
    private static final List<LocalDate> DUE =
            List.of(day("09-27"), day("09-28"), day("09-30"), day("10-08"), day("10-10"), day("10-14"), LAST);

    /** The court's days; 11 October passes unseen, and so does the first weekend after the holiday's. */
    private static final List<LocalDate> DAYS = List.of(
            day("09-28"),
            day("09-29"),
            day("09-30"),
            day("10-01"),
            day("10-03"),
            day("10-05"),
            day("10-07"),
            day("10-08"),
            day("10-09"),
            day("10-10"),
            day("10-12"),
            day("10-13"),
            day("10-14"),
            day("10-17"),
            day("10-18"),
            day("10-19"),
            day("10-20"),
            LAST);

    private static Deployment deployment;
    private static CourtData data;
    private static Path today;
    private static Fleet fleet;

    private final Random dice = new Random(20221001);
    private final NoticesExpected expected = new NoticesExpected();
    private final Map<String, LocalDate> done = new HashMap<>();
    private final List<String> suspended = new ArrayList<>();
    private final Set<String> urged = new HashSet<>();
    private final long began = System.nanoTime();
    private long killedAt = System.nanoTime();
    private LocalDate now = DAYS.get(0);

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2022-" + monthAndDay);
    }

    @BeforeAll
    static void deploy() throws IOException {
        today = Files.createTempFile(Path.of("target").toAbsolutePath(), "today-", ".txt");
        write(DAYS.get(0));
        deployment = new Deployment(
                "exactly-once",
                Map.of(
                        "ZHIXING_TODAY",
                        "",
                        "ZHIXING_TODAY_FILE",
                        today.toString(),
                        "ZHIXING_SWEEP_CRON",
                        "* * * * * ?",
                        "ZHIXING_SWEEP_BATCH",
                        "20",
                        "ZHIXING_OUTBOX_EVERY",
                        "1s",
                        "ZHIXING_OUTBOX_BATCH",
                        "20"),
                // What a client was answered must be there after the crash.
                Durability.KEPT);
        data = deployment.data();
        for (Sort sort : Sort.values()) {
            for (LocalDate due : DUE) {
                LocalDate first = WorkDays.ALL.stream()
                        .filter(day -> day.isAfter(due))
                        .findFirst()
                        .orElseThrow();
                deployment
                        .lateNodes()
                        .add(sort.court, NODES, sort.code, sort.responsible, sort.responsibleTeam, due, first);
            }
        }
        data.run("update node set responsible_ids = '{}' where code in ('DISBURSE', 'OLD_CASE')");
        data.run(
                "update enforcement_case c set matter = 'MONEY', executor_id = e.id, judge_id = j.id from person e, person j"
                        + " where e.username = 'executor-fast-1' and j.username = 'judge-fast-1' and c.court_id = e.court_id");
        fleet = new Fleet(deployment, 3);
    }

    @AfterAll
    static void end() throws IOException {
        deployment.close();
        Files.deleteIfExists(today);
    }

    @Test
    void everyOverdueNodeHasOneNoticeAWorkingDay() throws Exception {
        for (LocalDate day : DAYS) {
            jump(day);
            switch (day.toString().substring(5)) {
                case "09-29" -> urge(INTERVIEW, day("09-28"), 0);
                case "09-30" -> {
                    settle();
                    suspend(day("09-27"), 0);
                    rectify(day("09-27"), ACTED_ON);
                }
                case "10-03" -> {
                    awaitDaySeen();
                    rectify(day("09-28"), 2 * ACTED_ON);
                }
                case "10-10" -> {
                    // In the middle of that day's sweeps.
                    sleep(dice.nextInt(1500));
                    deployment.crashPostgres();
                }
                case "10-13" -> {
                    settle();
                    answer();
                    rectify(day("10-08"), 0);
                }
                default -> pause(hold());
            }
            killSometimes();
        }
        settle();
        fleet.awaitAllReady();
        // Two sweeps more of every instance find nothing that is owed.
        pause(Duration.ofMillis(2500));
        expect();
        print();
        same(
                "notices",
                expected.overdue,
                data.query("select concat_ws(' ', node_id, for_day, day_no, days_late)" + " from overdue_notice"));
        same(
                "notices of slips",
                expected.slips,
                data.query("select concat_ws(' ', s.node_id, n.for_day, n.day_no,"
                        + " n.days_late) from supervision_notice n join supervision_slip s on s.id = n.slip_id"));
        same("inboxes", expected.inbox, told());
        assertOutboxEmpty();
        assertTrailWhole();
        assertThat(fleet.failedStarts())
                .as("starts that the crash could have cut off")
                .isLessThan(3);
    }

    private static List<String> told() {
        return data.query("select concat_ws(' ', i.kind, i.node_id, i.for_day, p.username) from inbox i"
                + " join person p on p.id = i.person_id"
                + " where i.kind in ('node.overdue', 'node.cleared', 'slip.unanswered', 'slip.issued')");
    }

    private static Duration hold() {
        return Duration.ofMillis(SECONDS > 0 ? SECONDS * 1000L / DAYS.size() : 900);
    }

    private static void write(LocalDate day) throws IOException {
        Path next = today.resolveSibling(today.getFileName() + ".next");
        Files.writeString(next, day.toString());
        Files.move(next, today, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Moves the day; somewhere in the work that this makes, an instance is killed. */
    private void jump(LocalDate day) throws IOException {
        now = day;
        write(day);
        killSometimes();
    }

    private void killSometimes() {
        if (System.nanoTime() - killedAt >= KILL_EVERY.toNanos()) {
            sleep(dice.nextInt(1200));
            if (fleet.killOldest()) {
                killedAt = System.nanoTime();
            }
        }
    }

    private void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < until) {
            sleep(Math.min(500, Math.max(1, (until - System.nanoTime()) / 1_000_000)));
            if (SECONDS > 0) {
                killSometimes();
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that is owed by today is given and delivered, whoever is killed meanwhile. */
    private void settle() {
        awaitDaySeen();
        Patience.until(SETTLED_AT_MOST, "all that is owed by " + now, () -> {
            killSometimes();
            Thread.sleep(50);
            return data.count("select (select count(*) from node where open and next_notice_on <= '" + now + "')"
                            + " + (select count(*) from supervision_slip where status in ('ISSUED', 'RETURNED')"
                            + " and next_notice_on <= '" + now + "')"
                            + " + (select count(*) from outbox where done_at is null and dead_at is null)")
                    == 0;
        });
    }

    /** An instance looks at the day's file twice a second: until then it acts on the day before. */
    private void awaitDaySeen() {
        pause(Duration.ofMillis(700));
    }

    private static List<String> nodes(Sort sort, LocalDate due) {
        return data.query("select n.id from node n join court c on c.id = n.court_id where c.code = '" + sort.court
                + "' and n.code = '" + sort.code + "' and n.start_on = '" + due.minusDays(3) + "' order by n.id");
    }

    private static List<String> some(LocalDate due, int from) {
        return nodes(INTERVIEW, due).subList(from, from + ACTED_ON);
    }

    private static RequestSpecification as(String username, String url, String key) {
        return People.as(username).baseUri(url).header("Idempotency-Key", key);
    }

    private static boolean is(String sql) {
        return data.count("select count(*) from " + sql) > 0;
    }

    private void rectify(LocalDate due, int from) {
        for (String node : some(due, from)) {
            fleet.act(
                    "rectified " + node,
                    () -> is("node where done_on = '" + now + "' and id = '" + node + "'"),
                    url -> as("executor-fast-1", url, "done " + node)
                            .header("If-Match", "\"1\"")
                            .multiPart(new MultiPartSpecBuilder(Papers.pdf(1))
                                    .controlName("file")
                                    .fileName("record.pdf")
                                    .mimeType("application/pdf")
                                    .build())
                            .multiPart("category", "INTERVIEW_RECORD")
                            .post("/api/v1/nodes/" + node + "/completion"));
            done.put(node, now);
        }
    }

    /** The ten days from 25 September on were not counted, as turns out on the 30th: due on 8 October, a working Saturday. */
    private void suspend(LocalDate due, int from) {
        for (String node : some(due, from)) {
            String caseId = data.query("select case_id from node where id = '" + node + "'")
                    .get(0);
            String asked = "case_suspension where case_id = '" + caseId + "'";
            Map<String, Object> wish =
                    Map.of("reason", "STAY", "from", "2022-09-25", "resume", "2022-10-05", "note", "被执行人提出异议");
            fleet.act("asked " + caseId, () -> is(asked), url -> as("executor-fast-1", url, "ask " + caseId)
                    .contentType("application/json")
                    .body(wish)
                    .post("/api/v1/cases/" + caseId + "/suspensions"));
            String id = data.query("select id from " + asked).get(0);
            fleet.act("approved " + id, () -> is(asked + " and status = 'APPROVED'"), url -> People.as("director")
                    .baseUri(url)
                    .post("/api/v1/suspensions/" + id + "/approval"));
            suspended.add(node);
        }
    }

    private void urge(Sort sort, LocalDate due, int from) {
        settle();
        List<String> all = nodes(sort, due).subList(from, from + 2 * ACTED_ON);
        Map<String, Object> demand = Map.of("nodeIds", all, "reason", "首次约谈超期", "answerDue", "2022-09-30");
        fleet.act("urged", () -> is("supervision_slip"), url -> as("node-control", url, "urge")
                .contentType("application/json")
                .body(demand)
                .post("/api/v1/supervision-slips"));
        urged.addAll(all);
    }

    /** Of the slips half are answered, and of those every other is sent back with a new day. */
    private void answer() {
        int i = 0;
        for (String slip : data.query("select id from supervision_slip order by node_id limit " + ACTED_ON)) {
            String row = "supervision_slip where id = '" + slip + "'";
            fleet.act("answered " + slip, () -> is(row + " and status = 'ANSWERED'"), url -> as(
                            "executor-fast-1", url, "answer " + slip)
                    .header("If-Match", "\"1\"")
                    .multiPart("text", "done")
                    .post("/api/v1/supervision-slips/" + slip + "/answer"));
            if (i++ % 2 == 0) {
                fleet.act("sent back " + slip, () -> is(row + " and status = 'RETURNED'"), url -> sendBack(url, slip));
            }
        }
    }

    private static Response sendBack(String url, String slip) {
        return People.as("node-control")
                .baseUri(url)
                .header("If-Match", "\"2\"")
                .contentType("application/json")
                .body(Map.of("reason", "未见约谈笔录", "answerDue", "2022-10-17"))
                .post("/api/v1/supervision-slips/" + slip + "/return");
    }

    private void expect() {
        for (Sort sort : Sort.values()) {
            for (LocalDate due : DUE) {
                nodes(sort, due).forEach(node -> expect(sort, node, due));
            }
        }
        int i = 0;
        for (String node : urged.stream().sorted().toList()) {
            expected.issued(node, day("09-29"), "executor-fast-1");
            boolean answered = i < ACTED_ON;
            expected.unanswered(INTERVIEW, node, day("09-30"), answered ? day("10-13") : LAST);
            if (answered && i % 2 == 0) {
                expected.unanswered(INTERVIEW, node, day("10-17"), LAST);
            }
            i++;
        }
    }

    private void expect(Sort sort, String node, LocalDate due) {
        if (suspended.contains(node)) {
            int before = expected.late(sort, node, due, day("09-30"));
            expected.cleared(sort, node, day("09-30"), before);
            expected.late(sort, node, day("10-08"), LAST);
        } else {
            expected.late(sort, node, due, done.getOrDefault(node, LAST));
        }
    }

    private static void same(String what, List<String> expected, List<String> actual) {
        Set<String> wanted = new HashSet<>(expected);
        Map<String, Integer> times = new TreeMap<>();
        actual.forEach(row -> times.merge(row, 1, Integer::sum));
        assertThat(wanted).as(what + ": expected rows differ from each other").hasSameSizeAs(expected);
        assertThat(times.entrySet().stream().filter(each -> each.getValue() > 1).limit(10))
                .as(what + " given twice")
                .isEmpty();
        assertThat(wanted.stream().filter(row -> !times.containsKey(row)).limit(10))
                .as(what + " that nobody got")
                .isEmpty();
        assertThat(times.keySet().stream().filter(row -> !wanted.contains(row)).limit(10))
                .as(what + " that nobody was owed")
                .isEmpty();
    }

    private static void assertOutboxEmpty() {
        assertThat(data.query("select count(*) filter (where dead_at is not null) || ' dead, '"
                        + " || count(*) filter (where done_at is null and dead_at is null) || ' waiting' from outbox"))
                .containsExactly("0 dead, 0 waiting");
        assertThat(data.count("select count(*) from outbox where topic = 'node.overdue'"))
                .isEqualTo(data.count("select count(*) from overdue_notice"));
    }

    private static void assertTrailWhole() {
        Trail.assertWhole(data);
        assertThat(data.count("select count(*) from audit where action = 'node.overdue'"))
                .as("ladders that began")
                .isEqualTo(data.count("select count(*) from overdue_notice where day_no = 1"));
    }

    /** What came out beside what had to, sort by sort. */
    private void print() {
        StringBuilder table = new StringBuilder(String.format(
                "%nEXACTLY ONCE: %d s, %d killed, 1 crash of PostgreSQL, %d days from %s to %s%n%-10s %-10s %6s %9s %9s%n",
                (System.nanoTime() - began) / 1_000_000_000L,
                fleet.killed(),
                DAYS.size(),
                DAYS.get(0),
                LAST,
                "node",
                "due",
                "nodes",
                "expected",
                "notices"));
        for (Sort sort : Sort.values()) {
            Map<LocalDate, Integer> rows = new LinkedHashMap<>();
            DUE.forEach(due -> rows.put(due, expected.notices(sort, due)));
            if (sort == INTERVIEW) {
                // The suspended ones' second ladder is counted with the nodes it belongs to.
                rows.merge(
                        day("09-27"),
                        ACTED_ON * WorkDays.between(day("10-08"), LAST).size(),
                        Integer::sum);
                rows.merge(
                        day("10-08"),
                        -ACTED_ON * WorkDays.between(day("10-08"), LAST).size(),
                        Integer::sum);
            }
            rows.forEach((due, wanted) -> table.append(String.format(
                    "%-10s %-10s %6d %9d %9d%n", sort, due, nodes(sort, due).size(), wanted, given(sort, due))));
        }
        for (String kind : List.of("node.overdue", "node.cleared", "slip.issued", "slip.unanswered")) {
            table.append(String.format(
                    "inbox %-15s expected %7d got %7d%n",
                    kind,
                    expected.inbox.stream()
                            .filter(row -> row.startsWith(kind + " "))
                            .count(),
                    data.count("select count(*) from inbox where kind = '" + kind + "'")));
        }
        System.out.println(table);
    }

    private static long given(Sort sort, LocalDate due) {
        return data.count("select count(*) from overdue_notice o join node n on n.id = o.node_id join court c"
                + " on c.id = n.court_id where c.code = '" + sort.court + "' and n.code = '" + sort.code
                + "' and n.start_on = '" + due.minusDays(3) + "'");
    }
}
