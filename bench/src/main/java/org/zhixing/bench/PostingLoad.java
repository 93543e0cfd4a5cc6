package org.zhixing.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.zhixing.access.Roles;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.CourtAccounts;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.ZhixingConfig;

/**
 * Posts as fast as it can, in a process of its own on the packaged API's own classes: no HTTP, no framework, but every
 * statement that an act of money sends. Each client takes a case and lets money come in, be ordered and be paid, over and
 * over; each of the three is a database transaction of its own with its idempotency key, its outbox row and its audit row.
 *
 * <p>Arguments: port, clients, connections, seconds of warming up, seconds counted, postings a transaction, and
 * {@code audit} or {@code silent}. Prints postings per second and the 99th of a hundred transactions in milliseconds.
 */
public final class PostingLoad {
    private static final LocalDate TODAY = Court.TODAY;
    private static final BigDecimal AMOUNT = new BigDecimal("1234.56");
    private static final int CASES = 20_000;

    private final org.zhixing.platform.Database database;
    private final Postings postings;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final Ids ids = new Ids();
    private final int batch;
    private final boolean audited;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ConcurrentLinkedQueue<long[]> done = new ConcurrentLinkedQueue<>();
    private final List<UUID[]> cases;
    private final CourtAccounts court;
    private final int courtId;
    private final UUID person;
    private volatile boolean stopping;

    private PostingLoad(Pool pool, int batch, boolean audited) {
        org.zhixing.platform.Json json = make(org.zhixing.platform.Json.class, mapper());
        CourtClock clock = make(CourtClock.class, config());
        this.database = make(org.zhixing.platform.Database.class, pool);
        this.postings = make(Postings.class, bean("org.zhixing.ledger.store.LedgerRows"));
        this.outbox = make(Outbox.class, bean("org.zhixing.notice.store.OutboxRows", json));
        this.audit = make(Audit.class, bean("org.zhixing.audit.store.AuditRows"), clock, json);
        this.once = make(Once.class, json);
        this.batch = batch;
        this.audited = audited;
        this.courtId = one("select court_id from enforcement_case limit 1", row -> row.getInteger(0));
        this.person =
                one("select id from person where username = 'funds' and court_id = " + courtId, row -> row.getUUID(0));
        Accounts accounts = make(Accounts.class, bean("org.zhixing.ledger.store.AccountRows", ids));
        this.court = accounts.ofCourt(database.reading(), courtId).await().indefinitely();
        this.cases = org.zhixing.platform.Database.list(
                        database.reading(),
                        "select case_id, id from ledger_account where kind = 'CASE' and court_id = $1 limit " + CASES,
                        row -> new UUID[] {row.getUUID(0), row.getUUID(1)},
                        courtId)
                .await()
                .indefinitely();
    }

    public static void main(String[] args) throws InterruptedException {
        try {
            System.out.println(measured(args));
            System.exit(0);
        } catch (RuntimeException failed) {
            // The event loops would keep the process alive.
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static String measured(String[] args) throws InterruptedException {
        int clients = Integer.parseInt(args[1]);
        Vertx vertx = Vertx.vertx();
        Pool pool = new Pool(PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(Integer.parseInt(args[2])))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(Integer.parseInt(args[0]))
                        .setDatabase("zhixing")
                        .setUser("zhixing")
                        .setPassword("zhixing")
                        .setCachePreparedStatements(true))
                .build());
        PostingLoad load = new PostingLoad(pool, Integer.parseInt(args[5]), args[6].equals("audit"));
        String said = load.run(vertx, clients, Double.parseDouble(args[3]), Double.parseDouble(args[4]));
        pool.close().await().indefinitely();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        return said;
    }

    private String run(Vertx vertx, int clients, double warmUp, double seconds) throws InterruptedException {
        vertx.deployVerticle(Client::new, new DeploymentOptions().setInstances(clients))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Thread.sleep((long) (warmUp * 1000));
        long from = System.nanoTime();
        Thread.sleep((long) (seconds * 1000));
        long to = System.nanoTime();
        stopping = true;
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        long[] took = done.stream()
                .filter(each -> each[1] >= from && each[1] < to)
                .mapToLong(each -> each[1] - each[0])
                .sorted()
                .toArray();
        if (took.length == 0) {
            throw new IllegalStateException("Nothing was posted");
        }
        // Whatever is under way may end.
        Thread.sleep(1_000);
        return "postings = %.1f p99 = %.1f"
                .formatted(took.length * batch / ((to - from) / 1e9), took[took.length * 99 / 100] / 1e6);
    }

    /** Sends one act after the other. */
    private final class Client extends AbstractVerticle {
        private final Random random = new Random();
        private List<UUID[]> chosen = List.of();
        private int step;

        @Override
        public void start() {
            next();
        }

        private void next() {
            if (stopping || failure.get() != null) {
                return;
            }
            if (step % 3 == 0) {
                List<UUID[]> some = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    some.add(cases.get(random.nextInt(cases.size())));
                }
                chosen = some;
            }
            TransactionKind kind = List.of(TransactionKind.RECEIPT, TransactionKind.ORDER, TransactionKind.PAID)
                    .get(step++ % 3);
            List<LedgerTransaction> all =
                    chosen.stream().map(each -> transaction(kind, each)).toList();
            long began = System.nanoTime();
            database.inTransaction(tx -> act(tx, all))
                    .subscribe()
                    .with(
                            ok -> {
                                done.add(new long[] {began, System.nanoTime()});
                                next();
                            },
                            failed -> failure.compareAndSet(null, failed));
        }
    }

    private Uni<UUID> act(SqlConnection tx, List<LedgerTransaction> all) {
        UUID id = all.get(0).id();
        var ticket = new Once.Ticket(courtId, person, "bench-" + id, "bench " + id, all.size());
        return once.run(tx, ticket, UUID.class, () -> org.zhixing.platform.Database.atOnce(
                        // As the acts do: what needs no account comes before it and is sent along.
                        () -> outbox.put(tx, courtId, List.of(told(all.get(0)))),
                        () -> audited
                                ? audit.write(
                                        tx,
                                        new Audit.By(courtId, person, "王某"),
                                        all.stream().map(PostingLoad::entry).toList())
                                : Uni.createFrom().voidItem(),
                        () -> postings.post(tx, all))
                .replaceWith(id));
    }

    private LedgerTransaction transaction(TransactionKind kind, UUID[] of) {
        List<LedgerTransaction.Entry> entries =
                switch (kind) {
                    case RECEIPT -> LedgerTransaction.entries(court.bank(), of[1], AMOUNT);
                    case ORDER -> LedgerTransaction.entries(of[1], court.paying(), AMOUNT);
                    default -> LedgerTransaction.entries(court.paying(), court.bank(), AMOUNT);
                };
        return new LedgerTransaction(
                ids.next(), courtId, kind, of[0], TODAY, TODAY, "执行款 王某", ids.next(), null, person, entries);
    }

    private static Event told(LedgerTransaction of) {
        return new Event(
                "receipt.booked",
                "bench:" + of.id(),
                List.of(),
                List.of(new Event.Circle(Roles.FUNDS, null)),
                Map.of("amount", of.amount().toPlainString(), "party", "李某某"),
                of.caseId(),
                null,
                of.bookedOn());
    }

    private static Entry entry(LedgerTransaction of) {
        return new Entry(
                "bench.posted",
                of.caseId(),
                of.id(),
                Map.of("amount", of.amount().toPlainString(), "on", of.valueOn().toString()));
    }

    private <T> T one(String sql, java.util.function.Function<io.vertx.mutiny.sqlclient.Row, T> map) {
        return org.zhixing.platform.Database.first(database.reading(), sql, map)
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /** The court's day stands still, as in the bench's API; nothing else is asked. */
    private static ZhixingConfig config() {
        return (ZhixingConfig) Proxy.newProxyInstance(
                PostingLoad.class.getClassLoader(),
                new Class<?>[] {ZhixingConfig.class},
                (self, method, none) -> method.getName().equals("today") ? Optional.of(TODAY) : Optional.empty());
    }

    private static Object bean(String type, Object... of) {
        try {
            return make(Class.forName(type), of);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the container does: the one constructor that there is, whoever may see it. */
    private static <T> T make(Class<T> type, Object... of) {
        try {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == of.length) {
                    constructor.setAccessible(true);
                    return type.cast(constructor.newInstance(of));
                }
            }
            throw new IllegalStateException("No constructor of " + type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
