package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Courts;

/**
 * Random histories of the acts themselves, as people do them, on a real PostgreSQL, each in a court of its own and several
 * at once: books on paper and in the database agree, all proofs hold, and saying everything again changes nothing.
 * {@code -Pnightly} plays two thousand.
 */
@QuarkusTest
class RandomActsTest extends CourtTest {
    private static final int HISTORIES = Integer.getInteger("random.acts", 20);
    private static final long SEED = Long.getLong("random.seed", 20221101L);
    private static final int COURTS = 40;
    private static final int AT_ONCE = 3;

    @Inject
    Courts courts;

    @Inject
    MoneyActs acts;

    private final Map<String, Integer> tally = new ConcurrentSkipListMap<>();

    @AfterEach
    void removeCourts() {
        courts.close();
    }

    @Test
    void keepTheBooksRight() throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        List<Courts.Bench> benches = courts.open(Math.min(COURTS, HISTORIES));
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int first = 0; first < HISTORIES; first += COURTS) {
                List<Future<?>> told = new ArrayList<>();
                for (int i = first; i < Math.min(HISTORIES, first + COURTS); i++) {
                    long seed = SEED + i;
                    Courts.Bench bench = benches.get(i - first);
                    told.add(people.submit(() -> tell(seed, bench)));
                }
                for (Future<?> each : told) {
                    each.get();
                }
                data.wipe();
            }
        } finally {
            people.shutdownNow();
        }
        System.out.printf("%d histories in %d s: %s%n", HISTORIES, (System.nanoTime() - began) / 1_000_000_000, tally);
        assertThat(tally.keySet())
                .contains("statement", "claim", "undo claim", "undo match", "payee confirmed", "apply", "approve")
                .contains("order", "line PAID", "line BOUNCED", "suspension approved", "month closed", "replays")
                .contains("disbursement-over-free", "receipt-in-use");
        if (HISTORIES >= 200) {
            // What few histories come upon.
            assertThat(tally.keySet())
                    .contains("refuse", "withdraw", "results", "result", "link", "charge", "undo line", "note")
                    .contains("disbursement-twice", "month-unexplained", "result-contradicts", "line SAME");
        }
    }

    private void tell(long seed, Courts.Bench bench) {
        try {
            new RandomActs(seed, acts, bench, tally).tell();
        } catch (Throwable failure) {
            throw new AssertionError("History of seed " + seed, failure);
        }
    }
}
