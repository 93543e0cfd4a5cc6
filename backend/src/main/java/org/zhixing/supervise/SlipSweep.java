package org.zhixing.supervise;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.platform.CourtClock;

/** Looks for unanswered slips whenever the overdue sweep looks for nodes; a tick that fails leaves its work to the next. */
@ApplicationScoped
public class SlipSweep {
    private final LateSlips slips;
    private final OutboxWorker outbox;
    private final CourtClock clock;

    SlipSweep(LateSlips slips, OutboxWorker outbox, CourtClock clock) {
        this.slips = slips;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            identity = "slip-sweep",
            cron = "{zhixing.sweep.cron}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return slips.sweep(clock.today())
                .chain(given -> given == 0 ? Uni.createFrom().voidItem() : outbox.deliver());
    }
}
