package org.zhixing.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.rules.AuditRow;
import org.zhixing.audit.rules.Leaf;
import org.zhixing.audit.rules.Seal;
import org.zhixing.audit.rules.TrailCheck;
import org.zhixing.audit.rules.TrailFinding;
import org.zhixing.audit.rules.TrailReport;
import org.zhixing.audit.store.TrailRows;
import org.zhixing.platform.Database;

/**
 * Proves a court's trail from its blocks, step by step: whoever asks goes on where the last step ended, so that a check of
 * any length holds neither a connection nor memory, and costs what lies in its range.
 */
@ApplicationScoped
public class TrailVerification {
    /** Rows of one step, about: a second's work. */
    private static final int STEP = 20_000;

    private static final int ROOTS = 1_000;

    private final TrailRows rows;
    private final SealKeyFile keys;
    private final Database database;

    TrailVerification(TrailRows rows, SealKeyFile keys, Database database) {
        this.rows = rows;
        this.keys = keys;
        this.database = database;
    }

    /** Blocks sealed from {@code from} until before {@code to}; null is from the beginning, to the end. */
    public record Range(@Nullable Instant from, @Nullable Instant to) {}

    /** The range in numbers. {@code open}: up to whatever has been written since. */
    private record Span(long first, long last, boolean open) {}

    /** One step; {@code at} is the block to begin with, null for the first of the range. */
    public Uni<TrailReport> step(int courtId, Range range, @Nullable Long at) {
        SqlClient client = database.reading();
        return span(client, courtId, range).chain(span -> {
            long begin = at == null ? span.first() : Math.max(at, span.first());
            return rows.before(client, courtId, begin).chain(before -> rows.stretch(
                            client, courtId, begin, span.last(), STEP)
                    .chain(blocks -> check(
                            client,
                            courtId,
                            span,
                            new Step(before.orElse(new Seal.Head(begin - 1, "", 0)), before.isPresent(), blocks))));
        });
    }

    /** What was signed of the range's blocks, a list at a time. */
    public Multi<List<Seal>> roots(int courtId, Range range) {
        SqlClient client = database.reading();
        return span(client, courtId, range).onItem().transformToMulti(span -> {
            AtomicLong above = new AtomicLong(span.first() - 1);
            return Multi.createBy()
                    .repeating()
                    .uni(() -> rows.roots(client, courtId, above.get(), span.last(), ROOTS)
                            .invoke(all -> all.forEach(root -> above.set(root.number()))))
                    .whilst(all -> all.size() == ROOTS);
        });
    }

    private Uni<Span> span(SqlClient client, int courtId, Range range) {
        return rows.last(client, courtId).chain(end -> {
            Uni<Long> first = range.from() == null
                    ? Uni.createFrom().item(1L)
                    : rows.firstSince(client, courtId, range.from(), end);
            Uni<Long> last =
                    range.to() == null ? Uni.createFrom().item(end) : rows.lastBefore(client, courtId, range.to());
            return first.chain(f -> last.map(l -> new Span(f, l, range.to() == null)));
        });
    }

    private record Step(Seal.Head before, boolean beforeIsThere, List<Seal> blocks) {
        long through(Span span) {
            return blocks.isEmpty()
                    ? span.last()
                    : blocks.get(blocks.size() - 1).number();
        }
    }

    private Uni<TrailReport> check(SqlClient client, int courtId, Span span, Step step) {
        List<Seal> blocks = step.blocks();
        long through = step.through(span);
        boolean end = through >= span.last();
        List<TrailFinding> found = new ArrayList<>();
        if (!step.beforeIsThere()) {
            found.add(new TrailFinding(
                    TrailFinding.Kind.SEAL_REMOVED, step.before().number(), null, null, null, null, null));
        }
        Seal.Head before = step.beforeIsThere() || blocks.isEmpty()
                ? step.before()
                : new Seal.Head(step.before().number(), blocks.get(0).previous(), 0);
        found.addAll(TrailCheck.blocks(before, blocks, through, keys.keys()));
        Long[] seqs = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .map(Leaf::seq)
                .toArray(Long[]::new);
        return rows.rows(client, courtId, seqs)
                .invoke(there -> found.addAll(TrailCheck.rows(
                        blocks, there.stream().collect(Collectors.toMap(AuditRow::seq, Function.identity())))))
                .chain(() -> rows.unlinked(client, courtId, seqs))
                .invoke(all -> add(found, TrailFinding.Kind.ROW_UNLINKED, all))
                .chain(() -> rows.unknown(
                        client, courtId, above(step), end && span.open() ? Long.MAX_VALUE : reach(step), seqs))
                .invoke(all -> add(found, TrailFinding.Kind.ROW_INSERTED, all))
                .map(done -> new TrailReport(
                        span.first(),
                        span.last(),
                        through,
                        blocks.size(),
                        seqs.length,
                        blocks.stream()
                                .filter(block -> block.signature() == null)
                                .count(),
                        blocks.isEmpty() ? null : blocks.get(blocks.size() - 1).hash(),
                        end ? null : through + 1,
                        found));
    }

    /** Rows above what the block before had reached are this step's to look for; before the first block, all are. */
    private static long above(Step step) {
        return step.before().number() == 0 ? Long.MIN_VALUE : step.before().reach();
    }

    private static long reach(Step step) {
        return step.blocks().stream().mapToLong(Seal::reach).max().orElse(Long.MIN_VALUE);
    }

    private static void add(List<TrailFinding> found, TrailFinding.Kind kind, List<AuditRow> rows) {
        rows.forEach(row -> found.add(TrailFinding.of(kind, row)));
    }
}
