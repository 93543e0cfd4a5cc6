package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.LateNodes;

/** With the scheduler running as in production: nobody calls the sweep, the clock does. */
@QuarkusTest
@TestProfile(OverdueSweepTest.Ticking.class)
class OverdueSweepTest extends CourtTest {
    @Inject
    LateNodes nodes;

    /** Both workers every second. */
    public static class Ticking implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zhixing.sweep.cron", "* * * * * ?", "zhixing.outbox.every", "1s");
        }
    }

    @Test
    void theClockFindsWhatIsLateAndTellsThePeopleOfItOnce() throws InterruptedException {
        nodes.add(5, LocalDate.of(2022, 10, 31), LocalDate.of(2022, 11, 1));
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (told().isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        Thread.sleep(2500);
        assertThat(told()).containsExactly("executor-fast-1 5", "node-control 5");
        assertThat(data.count("select count(*) from overdue_notice")).isEqualTo(5);
    }

    private List<String> told() {
        return data.query("select p.username || ' ' || count(*) from inbox i join person p on p.id = i.person_id"
                + " group by p.username order by 1");
    }
}
