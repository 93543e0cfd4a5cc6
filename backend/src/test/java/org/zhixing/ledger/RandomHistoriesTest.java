package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.ledger.rules.BooksReport;
import org.zhixing.ledger.rules.FindingKind;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.testing.Books;
import org.zhixing.testing.CourtTest;

/**
 * Random histories on a real PostgreSQL: after each the books on paper and those of the database agree, no account is or
 * was below zero, all proofs hold, and saying everything again changes nothing. Each history is a transaction of its own
 * that is rolled back, with its deferred checks made first. {@code -Pnightly} runs ten thousand.
 */
@QuarkusTest
class RandomHistoriesTest extends CourtTest {
    private static final int HISTORIES = Integer.getInteger("random.histories", 200);
    private static final long SEED = Long.getLong("random.seed", 20221101L);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<FindingKind> PROOFS =
            Set.of(FindingKind.ACCOUNT_BALANCE, FindingKind.TRANSACTION, FindingKind.COURT_SUM);

    @Inject
    Books books;

    @Inject
    Postings postings;

    @Inject
    Verification verification;

    @Inject
    Once once;

    @Inject
    Pool pool;

    private int court;
    private UUID funds;
    private final Map<String, Integer> tally = new TreeMap<>();

    /** What an act answers, and a replay answers again. */
    public record Made(UUID id) {}

    private record Said(Once.Ticket ticket, UUID answer) {}

    @Test
    void keepTheBooksRight() {
        court = books.court();
        funds = books.person("funds");
        CourtAccounts accounts = books.funds();
        List<RandomHistory.Held> cases = IntStream.range(0, 3)
                .mapToObj(i -> books.open())
                .map(held -> new RandomHistory.Held(held.caseId(), held.accountId()))
                .toList();
        long began = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            long seed = SEED + i;
            try {
                tell(seed, new RandomHistory(seed, court, accounts, cases));
            } catch (Throwable failure) {
                throw new AssertionError("History of seed " + seed, failure);
            }
            if (i % 250 == 249) {
                for (String table :
                        List.of("ledger_transaction", "ledger_entry", "ledger_account", "idempotency_key")) {
                    data.run("vacuum analyze " + table);
                }
            }
        }
        System.out.printf("%d histories in %d s: %s%n", HISTORIES, (System.nanoTime() - began) / 1_000_000_000, tally);
        assertThat(tally.keySet())
                .contains("RECEIPT", "CLAIM", "ORDER", "PAID", "BOUNCED", "FEE", "BANK_CHARGE", "REVERSAL", "months")
                .contains("account-short", "month-closed", "reversed-already");
        assertThat(data.count("select count(*) from ledger_transaction")).isZero();
    }

    private void tell(long seed, RandomHistory history) {
        SqlConnection tx = await(pool.getConnection());
        try {
            Transaction transaction = await(tx.begin());
            List<Said> said = new ArrayList<>();
            int steps = history.steps();
            for (int step = 0; step < steps; step++) {
                LocalDate month = history.closing();
                if (month != null) {
                    close(tx, month);
                }
                RandomHistory.Wish wish = history.next();
                Once.Ticket ticket = ticket(seed + "/" + step, wish.transaction());
                String refused = act(tx, ticket, wish.transaction());
                assertThat(refused).as("step %d: %s", step, wish.transaction()).isEqualTo(wish.refused());
                count(refused == null ? wish.transaction().kind().name() : refused);
                if (refused == null) {
                    said.add(new Said(ticket, wish.transaction().id()));
                }
            }
            await(tx.query("set constraints all immediate").execute());
            sound(tx, history);
            replay(tx, said);
            sound(tx, history);
            await(transaction.rollback());
        } finally {
            await(tx.close());
        }
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    private Once.Ticket ticket(String key, LedgerTransaction wished) {
        return new Once.Ticket(court, funds, key, "book", wished.entries());
    }

    /** Books it; answers why not, if it was refused. */
    private @Nullable String act(SqlConnection tx, Once.Ticket ticket, LedgerTransaction wished) {
        await(tx.query("savepoint act").execute());
        try {
            await(once.run(tx, ticket, Made.class, () -> postings.post(tx, List.of(wished))
                    .replaceWith(new Made(wished.id()))));
            return null;
        } catch (Refusal refusal) {
            await(tx.query("rollback to savepoint act").execute());
            return refusal.code();
        }
    }

    /** Each said again is answered as before and books nothing; the same key for something else is refused. */
    private void replay(SqlConnection tx, List<Said> said) {
        long before = count(tx);
        for (Said each : said) {
            Made again = await(once.run(tx, each.ticket(), Made.class, () -> Uni.createFrom()
                    .failure(new AssertionError("Done again: " + each))));
            assertThat(again.id()).isEqualTo(each.answer());
            count("replays");
        }
        if (!said.isEmpty()) {
            Once.Ticket first = said.get(0).ticket();
            Once.Ticket other =
                    new Once.Ticket(first.courtId(), first.personId(), first.key(), first.act(), "something else");
            assertThatThrownBy(() -> await(once.run(
                            tx, other, Made.class, () -> Uni.createFrom().item(new Made(UUID.randomUUID())))))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("idempotency-key-reused"));
        }
        assertThat(count(tx)).isEqualTo(before);
    }

    private void sound(SqlConnection tx, RandomHistory history) {
        BooksReport report = await(verification.verify(tx, court, PROOFS));
        assertThat(report.findings()).isEmpty();
        Map<UUID, BigDecimal> stored = new HashMap<>();
        await(Database.list(
                tx,
                "select id, balance from ledger_balance where court_id = $1 and balance <> 0",
                row -> stored.put(row.getUUID(0), row.getBigDecimal(1)),
                court));
        Map<UUID, BigDecimal> paper = new HashMap<>(history.paper());
        paper.values().removeIf(balance -> balance.signum() == 0);
        assertThat(stored)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(paper);
        assertThat(stored.values()).allMatch(balance -> balance.signum() > 0);
        assertThat(await(Database.first(
                        tx,
                        "select count(*) from (select sum(case when (e.side = 'DEBIT') = (a.kind = 'BANK') then e.amount"
                                + " else -e.amount end) over (partition by a.id order by e.position) as running"
                                + " from ledger_entry e join ledger_account a on a.id = e.account_id) r where running < 0",
                        row -> row.getLong(0))))
                .hasValue(0L);
    }

    private long count(SqlConnection tx) {
        return await(Database.first(
                        tx,
                        "select (select count(*) from ledger_transaction) + (select count(*) from ledger_entry)",
                        row -> row.getLong(0)))
                .orElseThrow();
    }

    private void close(SqlConnection tx, LocalDate month) {
        await(Database.execute(
                tx,
                "insert into ledger_month (court_id, month, closed_by, closed_on, document) values ($1, $2, $3, $2, '{}')",
                court,
                month,
                funds));
        count("months");
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
