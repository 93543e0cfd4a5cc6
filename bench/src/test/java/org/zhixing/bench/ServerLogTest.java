package org.zhixing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerLogTest {
    private static final String LOG = """
            rest of a line from before
            @@12@@ LOG:  received SIGHUP, reloading configuration files
            @@34@@ LOG:  execute S_1: select c.id
            \tfrom enforcement_case c
            \twhere c.court_id = $1 and c.team = $2 limit $3
            @@34@@ DETAIL:  Parameters: $1 = '2', $2 = 'it''s $2, ''{a,b}''', $3 = NULL
            @@34@@ LOG:  execute <unnamed>: select now()
            @@35@@ LOG:  statement: set client_encoding = utf8
            """;

    @Test
    void findsEachStatementWithItsValues() {
        List<Statement> found = ServerLog.statements(LOG);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).sql()).contains("from enforcement_case c").endsWith("limit $3");
        assertThat(found.get(0).values()).isEqualTo(Arrays.asList("2", "it's $2, '{a,b}'", null));
        assertThat(found.get(1)).isEqualTo(new Statement("select now()", List.of()));
    }

    @Test
    void readsAValueOfAnyLength() {
        String ids = "{" + "0192e4c0-0000-7000-8000-000000000000,".repeat(2_000) + "}";
        String log = "@@1@@ LOG:  execute S_1: select any ($1)\n@@1@@ DETAIL:  Parameters: $1 = '" + ids + "'\n";
        assertThat(ServerLog.statements(log).get(0).values()).containsExactly(ids);
    }

    @Test
    void pgbenchGetsVariablesForTheValuesAndNullsAsTheyAre() {
        Statement statement = ServerLog.statements(LOG).get(0);
        assertThat(PgBench.script(statement, 1)).contains("where c.court_id = :s1p0 and c.team = :s1p1 limit null");
    }
}
