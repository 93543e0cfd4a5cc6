package org.zhixing.slip;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.zhixing.access.rules.Person;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipCount;
import org.zhixing.slip.store.TaskSlipFilter;

/** In the morning digest: every task slip whose next step is the person's, the shortest due first. */
@ApplicationScoped
class TaskSlipDigest implements DigestSource {
    private final TaskSlips slips;
    private final Database database;

    TaskSlipDigest(TaskSlips slips, Database database) {
        this.slips = slips;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        TaskSlipFilter waiting = TaskSlipFilter.waitingFor(person.actor(), today);
        return slips.counts(database.reading(), waiting)
                .map(counts -> counts.stream().mapToLong(TaskSlipCount::count).sum())
                .chain(total -> slips.list(database.reading(), waiting, TaskSlipFilter.Sort.DUE, null, LINES)
                        .map(page -> List.of(new Digest.Section(
                                Digest.Kind.TO_DECIDE,
                                page.items().stream()
                                        .map(slip -> line(slip, today))
                                        .toList(),
                                total))));
    }

    /** Its day counts while its clock runs. */
    private static Digest.Line line(TaskSlip slip, LocalDate today) {
        TaskSlip.Clock clock = slip.clock();
        String what = "task-slip." + slip.kind().way() + "." + slip.state();
        if (clock == null || !clock.running()) {
            return new Digest.Line(slip.of().number(), what, null, null);
        }
        int late = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(clock.dueOn(), today)));
        return new Digest.Line(slip.of().number(), what, clock.dueOn(), late);
    }
}
