package org.zhixing.clock;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.platform.CourtClock;

/** Looks for overdue nodes at every tick, on every instance; a tick that fails leaves its work to the next. */
@ApplicationScoped
public class OverdueSweep {
    private final OverdueNotices notices;
    private final OutboxWorker outbox;
    private final CourtClock clock;

    OverdueSweep(OverdueNotices notices, OutboxWorker outbox, CourtClock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            identity = "overdue-sweep",
            cron = "{zhixing.sweep.cron}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return notices.sweep(clock.today()).chain(given -> given == 0 ? nothing() : outbox.deliver());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
