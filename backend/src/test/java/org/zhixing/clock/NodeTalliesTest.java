package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.store.NodeTallies;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;

/** The board's numbers follow every statement on the nodes, before and after they are merged. */
@QuarkusTest
class NodeTalliesTest extends CourtTest {
    private static final String KEY =
            "court_id, node_outcome(due_on, done_on, cancelled_on), case_team, responsible_team,"
                    + " case when open then responsible_ids else '{}' end, code, due_on,"
                    + " case when open then due_soon_on else due_on end";
    private static final String FROM_NODES =
            "select (" + KEY + ", count(*))::text from node group by " + KEY + " order by 1";
    private static final String FROM_TALLY =
            "select (court_id, outcome, case_team, responsible_team, responsible_ids, code,"
                    + " due_on, due_soon_on, sum(nodes))::text from node_tally group by court_id, outcome, case_team,"
                    + " responsible_team, responsible_ids, code, due_on, due_soon_on having sum(nodes) <> 0 order by 1";

    @Inject
    Docket docket;

    @Inject
    NodeTallies tallies;

    @Inject
    Database database;

    @Test
    void followEveryStatement() {
        docket.file(
                Docket.fast(LocalDate.of(2022, 10, 10)),
                Docket.fast(LocalDate.of(2022, 10, 10)),
                Docket.ordinary(LocalDate.of(2022, 10, 11)),
                Docket.preservation(LocalDate.of(2022, 10, 12)));
        agree();
        data.run("update node set done_on = due_on where code = 'FIRST_INTERVIEW'");
        agree();
        merge();
        assertThat(data.count("select count(*) from node_tally where not merged"))
                .isZero();
        data.run("update node set done_on = due_on + 1 where code = 'OFFLINE_ASSET_QUERY'");
        data.run("update node set cancelled_on = '2022-11-01' where code = 'CLOSE_FAST'");
        data.run("update node set due_on = due_on + 1, case_team = 'SPECIAL', responsible_ids = '{}' where open");
        agree();
        merge();
        data.run("update node set next_notice_on = '2022-11-02'");
        assertThat(data.count("select count(*) from node_tally where not merged"))
                .isZero();
        data.run("delete from node where code = 'CLOSE_STATUTORY'");
        agree();
        merge();
        assertThat(data.count("select count(*) from node_tally where nodes <= 0"))
                .isZero();
        data.run("truncate node cascade");
        agree();
        assertThat(data.count("select count(*) from node_tally")).isZero();
    }

    /** Merging beside filing loses nothing and counts nothing twice. */
    @Test
    void areRightWhileWritersAndMergesGoOnTogether() {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    for (int n = 0; n < 5; n++) {
                        if (i < 2) {
                            docket.file(Docket.fast(LocalDate.of(2022, 10, 10 + n)));
                        } else {
                            merge();
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(data.count("select count(*) from node")).isEqualTo(40);
        agree();
        merge();
        agree();
    }

    private void agree() {
        assertThat(data.query(FROM_TALLY)).isEqualTo(data.query(FROM_NODES));
    }

    private void merge() {
        database.inTransaction(tallies::merge).await().atMost(Duration.ofSeconds(30));
    }
}
