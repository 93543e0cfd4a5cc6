package org.zhixing.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Role;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/**
 * Every operation of the contract by every role: of another court with a marked court's ids, and of the court itself with
 * what nobody means well with. {@code -Dabuse.rounds=} calls each that many times more, {@code -Dabuse.seed=} differently.
 */
@QuarkusTest
class AbuseTest extends CourtTest {
    private static final int ROUNDS = Integer.getInteger("abuse.rounds", 1);
    private static final long SEED = Long.getLong("abuse.seed", 20_221_101L);
    private static final int AT_ONCE = 6;
    private static final long PATIENCE_MINUTES = 60L * ROUNDS;

    /** What tests share and these calls may change. */
    private static final List<String> SHARED = List.of("court_calendar", "statement_mapping", "person");

    @Inject
    Docket docket;

    @Inject
    Coffers coffers;

    @TestHTTPResource("/")
    URI root;

    private List<Operation> operations;
    private Assault assault;

    private record Caller(String name, String token) {}

    @BeforeEach
    void plant() {
        data.run("drop schema if exists kept cascade; create schema kept");
        for (String table : SHARED) {
            data.run("create table kept." + table + " as table " + table);
        }
        new Planted(data, docket, coffers).plant();
        var contract = Operation.contract(RestAssured.get("/openapi.yaml").asString());
        operations = Operation.of(contract);
        assault = new Assault(root, new Plausible(contract, new Ids(data, Docket.YINDU)));
    }

    @AfterEach
    void putBack() {
        data.wipe();
        data.forgetPolicies();
        data.run("delete from court_calendar; insert into court_calendar select * from kept.court_calendar;"
                + " delete from statement_mapping; insert into statement_mapping select * from kept.statement_mapping;"
                + " update person p set roles = k.roles, team = k.team, active = k.active from kept.person k where k.id = p.id;"
                + " drop schema kept cascade");
    }

    @Test
    void strangersOfAnotherCourtLearnAndChangeNothing() throws InterruptedException {
        List<String> before = marked();
        List<Caller> callers = callers("wenfeng-president", "wenfeng-judge", "wenfeng-executor", "wenfeng-triage");
        together(callers, (caller, operation) -> {
            assault.call(operation, caller.name(), caller.token(), null, Planted.MARK);
            return 1;
        });
        together(callers, (caller, operation) -> {
            assault.call(operation, caller.name(), caller.token(), hostile(caller, operation, 0), Planted.MARK);
            return 1;
        });
        report("by strangers of another court");
        assertThat(marked()).isEqualTo(before);
    }

    /** People read their own team's cases (domain.md 8): with the ids of another team's they learn nothing of them. */
    @Test
    void peopleOfAnotherTeamLearnNothingOfTheCasesOfThisOne() throws InterruptedException {
        List<Caller> callers = List.of(
                member("judge-ordinary-1", Role.JUDGE),
                member("executor-ordinary-1", Role.EXECUTOR),
                member("judge-ordinary-2", Role.JUDGE_ASSISTANT),
                member("executor-ordinary-2", Role.CLERK),
                member("executor-ordinary-2", Role.POLICE),
                member("leader-ordinary", Role.TEAM_LEADER));
        together(callers, (caller, operation) -> {
            assault.call(operation, caller.name(), caller.token(), null, Planted.FAST);
            return 1;
        });
        together(callers, (caller, operation) -> {
            assault.call(operation, caller.name(), caller.token(), hostile(caller, operation, 0), Planted.FAST);
            return 1;
        });
        report("by people of another team");
    }

    private static Caller member(String person, Role role) {
        return new Caller(
                role.roleName() + " (" + person + ")", People.token(person, List.of(role.roleName()), "profile"));
    }

    /** An id that is there is what makes a call reach the code and not only its 404. */
    @Test
    void everyKindOfThingThatHasAnIdIsThereToBeAskedFor() {
        assertThat(new Ids(data, Docket.YINDU).missing()).isEmpty();
    }

    @Test
    void whateverIsSentIsAnsweredOrRefused() throws InterruptedException {
        List<Caller> callers = callers(
                "president", "judge-fast-1", "executor-fast-1", "triage", "funds", "node-control", "admin", "director");
        callers.add(new Caller("nobody", null));
        for (int round = 0; round < ROUNDS; round++) {
            int now = round;
            together(callers, (caller, operation) -> {
                assault.call(operation, caller.name(), caller.token(), hostile(caller, operation, now + 1L), null);
                return 1;
            });
        }
        report("by people of the court itself");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        String token = People.token("triage");
        List<String> wrong = new ArrayList<>();
        // Parts of a resumable upload are counted by the court's own rules.
        for (Operation operation : operations.stream()
                .filter(each -> !each.mediaType().isEmpty() && !each.mediaType().contains("offset"))
                .toList()) {
            try (Socket socket = new Socket(root.getHost(), root.getPort())) {
                socket.setSoTimeout(20_000);
                String head = operation.method() + " " + operation.path().replaceAll("\\{[^}]+}", "1")
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: "
                        + operation.mediaType() + "\r\nContent-Length: 70000000\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                byte[] answer = new byte[2_000];
                String said = new String(
                        answer, 0, Math.max(0, socket.getInputStream().read(answer)), StandardCharsets.UTF_8);
                if (!said.startsWith("HTTP/1.1 413") || !said.contains("application/problem+json")) {
                    wrong.add(operation.id() + ": " + said);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private interface Attack {
        int on(Caller caller, Operation operation);
    }

    private void together(List<Caller> callers, Attack attack) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (Operation operation : operations) {
            for (Caller caller : callers) {
                threads.execute(() -> attack.on(caller, operation));
            }
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    }

    /** Each call has numbers of its own, so that one is the same whatever the others do. */
    private static Hostile hostile(Caller caller, Operation operation, long round) {
        return Assault.hostile(SEED + 31L * (caller.name() + operation.id()).hashCode() + 1_000_003L * round);
    }

    /** Each role of the court in turn held by one of these, and a service account with all its scopes. */
    private static List<Caller> callers(String... people) {
        List<Caller> callers = new ArrayList<>();
        List<String> roles = Stream.of(Role.values()).map(Role::roleName).toList();
        for (int i = 0; i < roles.size(); i++) {
            String role = roles.get(i);
            String person = Stream.of(people)
                    .filter(each -> People.rolesOf(each).contains(role))
                    .findFirst()
                    .orElse(people[i % people.length]);
            callers.add(new Caller(
                    role + " (" + person + ")",
                    People.token(person, List.of(role), "cases:read cases:write nodes:read")));
        }
        return callers;
    }

    /** All that the marked court has, table by table; what strangers themselves did and were refused is their own court's. */
    private List<String> marked() {
        List<String> all = new ArrayList<>();
        // Pages and pictures are looked at by threads of their own, whenever they come to it.
        for (String table :
                data.query("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid where"
                        + " c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'court_id'"
                        + " and c.relname not in ('file_pages', 'file_picture') order by 1")) {
            all.add(table + " "
                    + data.query("select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from " + table
                                    + " t join court c on c.id = t.court_id where c.code = '豫0505'")
                            .get(0));
        }
        return all;
    }

    private void report(String by) {
        System.out.printf("abuse: %d calls %s, %s%n", assault.calls(), by, assault.statuses());
        assertThat(assault.wrong()).isEmpty();
    }
}
