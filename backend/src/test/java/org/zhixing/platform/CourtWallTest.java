package org.zhixing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;

/** The database's own walls: what a statement of the API reaches that forgets its filter, or that is not its to send. */
@QuarkusTest
class CourtWallTest extends CourtTest {
    private static final String OF_COURTS =
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace"
                    + " and c.relkind in ('r', 'p') and exists (select from pg_attribute a where a.attrelid = c.oid"
                    + " and a.attname = 'court_id' and not a.attisdropped) order by 1";

    @Inject
    Docket docket;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.owner.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private int yindu;
    private int wenfeng;

    @BeforeEach
    void courts() {
        docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 28)));
        yindu = (int) data.count("select id from court where code = '豫0505'");
        wenfeng = (int) data.count("select id from court where code = '豫0502'");
    }

    @Test
    void everyTableOfACourtShowsNothingOfAnotherAndNothingToNobody() throws SQLException {
        List<String> tables = data.query(OF_COURTS);
        assertThat(tables)
                .contains("enforcement_case", "node", "party", "audit", "ledger_entry")
                .hasSizeGreaterThan(60);
        List<String> wrong = new ArrayList<>();
        long seen = 0;
        try (Connection api = api()) {
            for (String table : tables) {
                enter(api, "");
                long withNone = count(api, "select count(*) from " + table);
                enter(api, Integer.toString(wenfeng));
                long ofOthers = count(api, "select count(*) from " + table + " where court_id <> " + wenfeng);
                enter(api, Integer.toString(yindu));
                long own = count(api, "select count(*) from " + table);
                enter(api, "0");
                long all = count(api, "select count(*) from " + table);
                seen += own;
                if (withNone != 0
                        || ofOthers != 0
                        || own != data.count("select count(*) from " + table + " where court_id = " + yindu)
                        || all != data.count("select count(*) from " + table)) {
                    wrong.add("%s: %d with no court, %d of others, %d own, %d of all"
                            .formatted(table, withNone, ofOthers, own, all));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("rows of the court").isGreaterThan(20);
    }

    @Test
    void viewsShowNoMoreThanTheirTables() throws SQLException {
        try (Connection api = api()) {
            enter(api, "");
            for (String view : data.query("select relname from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relkind = 'v' and relname <> 'bank_gap'")) {
                assertThat(count(api, "select count(*) from " + view)).as(view).isZero();
            }
            assertThat(count(api, "select count(*) from asset_version")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "audit_seal",
                "ledger_transaction",
                "ledger_entry",
                "ledger_month",
                "signature",
                "paper_edition",
                "paper_serving"
            })
    void whatIsWrittenOnceIsNotTheApisToChange(String table) throws SQLException {
        try (Connection api = api()) {
            enter(api, "0");
            for (String statement : List.of(
                    "update " + table + " set court_id = court_id",
                    "delete from " + table,
                    "truncate " + table,
                    "alter table " + table + " disable trigger all",
                    "alter table " + table + " disable row level security",
                    "drop table " + table)) {
                assertThatThrownBy(() -> run(api, statement))
                        .as(statement)
                        .isInstanceOf(SQLException.class)
                        .satisfies(e ->
                                assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
            }
        }
    }

    /** A database that was set up before stands no more open than a new one. */
    @Test
    void whatWasOpenBeforeIsShutAtTheNextStart() throws IOException {
        data.run("grant update, delete on paper_edition, paper_serving to " + user);
        try (InputStream walls = CourtWallTest.class.getResourceAsStream("/db/migration/afterMigrate__walls.sql")) {
            data.run(new String(walls.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(data.query("select has_table_privilege('" + user + "', t, 'update, delete')::text"
                        + " || has_table_privilege('" + user + "', t, 'insert')"
                        + " from unnest('{paper_edition,paper_serving}'::text[]) t"))
                .containsExactly("falsetrue", "falsetrue");
    }

    @Test
    void theApiWritesNoRowOfAnotherCourt() throws SQLException {
        try (Connection api = api()) {
            enter(api, Integer.toString(wenfeng));
            assertThatThrownBy(() -> run(
                            api,
                            "insert into outbox (court_id, topic, key, payload) values (" + yindu
                                    + ", 't', 'k', '{}')"))
                    .hasMessageContaining("row-level security");
            assertThat(run(api, "update enforcement_case set cause = 'x'")).isZero();
            assertThat(run(api, "delete from party")).isZero();
        }
    }

    @Test
    void theApiOwnsNothingAndIsNoSuperuser() {
        assertThat(data.query("select rolsuper::text || rolbypassrls || rolcreaterole || rolcreatedb from pg_roles"
                        + " where rolname = '" + user + "'"))
                .containsExactly("falsefalsefalsefalse");
        assertThat(data.query("select relname from pg_class where pg_get_userbyid(relowner) = '" + user + "'"))
                .isEmpty();
    }

    @Test
    void aRequestSeesNothingBeforeItIsKnownWhoseItIsThenItsOwnCourtOnly() throws Exception {
        String all = "select count(*) from enforcement_case";
        assertThat(inRequest(() -> count(all))).isZero();
        assertThat(inRequest(() -> opened(yindu, () -> count(all)))).isEqualTo(1);
        assertThat(inRequest(() -> opened(wenfeng, () -> count(all)))).isZero();
        assertThat(inRequest(() -> opened(
                        wenfeng,
                        () -> database.inTransaction(tx ->
                                Database.first(tx, all, row -> row.getLong(0)).map(found -> found.orElseThrow())))))
                .isZero();
        // Connections go from hand to hand: the next one's court is not the last one's.
        for (int i = 0; i < 30; i++) {
            boolean own = i % 2 == 0;
            assertThat(inRequest(() -> opened(own ? yindu : wenfeng, () -> count(all))))
                    .isEqualTo(own ? 1 : 0);
        }
        assertThat(count(all).await().indefinitely()).as("the house's own work").isEqualTo(1);
    }

    private Uni<Long> count(String sql) {
        return Database.first(database.reading(), sql, row -> row.getLong(0)).map(found -> found.orElseThrow());
    }

    private static Uni<Long> opened(int court, Supplier<Uni<Long>> work) {
        CourtWall.here().orElseThrow().open(court);
        return work.get();
    }

    private long inRequest(Supplier<Uni<Long>> work) throws Exception {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        Context request = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        request.runOnContext(now -> {
            CourtWall.raise();
            work.get().subscribe().with(answer::complete, answer::completeExceptionally);
        });
        return answer.get(20, TimeUnit.SECONDS);
    }

    private Connection api() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static void enter(Connection connection, String court) throws SQLException {
        run(connection, "set zhixing.court = '" + court + "'");
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
