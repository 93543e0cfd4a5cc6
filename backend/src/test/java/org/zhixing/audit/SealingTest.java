package org.zhixing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Trail;

/** Writers wait for nobody, and whatever they commit, whenever, is sealed once. */
@QuarkusTest
class SealingTest extends CourtTest {
    @Inject
    Sealing sealing;

    @Inject
    @io.quarkus.agroal.DataSource("owner")
    DataSource source;

    @Test
    void rowsThatCommitLateWithLowerNumbersAreSealedInALaterBlock() throws SQLException {
        try (Connection early = source.getConnection();
                Statement writes = early.createStatement()) {
            early.setAutoCommit(false);
            writes.execute(row("early"));
            // Another writer of the same court neither waits for the first one nor is held back by it.
            data.run("set lock_timeout = '2s'; " + row("late"));
            assertThat(seal()).isEqualTo(1);
            assertThat(data.query("select leaves from audit_seal").get(0)).contains("late");
            early.commit();
        }
        assertThat(seal()).isEqualTo(1);
        assertThat(seal()).isZero();
        assertThat(data.query("select number || ' ' || first_seq || ' ' || reach from audit_seal order by number"))
                .containsExactly("1 2 2", "2 1 2");
        Trail.assertWhole(data);
    }

    @Test
    void whatIsUndoneIsNeitherWaitedForNorSealed() throws SQLException {
        try (Connection undone = source.getConnection();
                Statement writes = undone.createStatement()) {
            undone.setAutoCommit(false);
            writes.execute(row("undone"));
            undone.rollback();
        }
        data.run(row("done"));
        assertThat(seal()).isEqualTo(1);
        assertThat(data.query("select seq from audit")).containsExactly("2");
        Trail.assertWhole(data);
    }

    @Test
    void manySealersSealEveryRowOnce() {
        data.run(rows(4_321, 1));
        data.run(rows(1_234, 2));
        List<Uni<Integer>> sealers =
                IntStream.range(0, 6).mapToObj(i -> sealing.seal()).toList();
        List<Integer> took = Uni.join().all(sealers).andFailFast().await().atMost(Duration.ofSeconds(30));
        assertThat(took.stream().mapToInt(n -> n).sum() + seal()).isEqualTo(5_555);
        assertThat(data.count("select count(*) from audit_unsealed")).isZero();
        assertThat(data.count("select sum(rows) from audit_seal where court_id = 1"))
                .isEqualTo(4_321);
        assertThat(data.count("select count(*) from audit_seal where signature is null"))
                .isZero();
        Trail.assertWhole(data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor_name = actor_name",
                "delete from audit",
                "truncate audit",
                "update audit_seal set hash = hash",
                "delete from audit_seal",
                "truncate audit_seal"
            })
    void rowsAndBlocksAreNeitherChangedNorTakenAway(String sql) {
        data.run(row("done"));
        seal();
        assertThatThrownBy(() -> data.run(sql)).cause().hasMessageContaining("audit rows are never changed");
    }

    private int seal() {
        return sealing.seal().await().atMost(Duration.ofSeconds(30));
    }

    private static String row(String name) {
        return "insert into audit (court_id, at, actor_name, action, detail) values (1, now(), '" + name
                + "', 'case.filed', '{}')";
    }

    private static String rows(int n, int court) {
        return "insert into audit (court_id, at, actor_name, action, detail) select " + court
                + ", now(), '王某', 'case.filed', '{}' from generate_series(1, " + n + ")";
    }
}
