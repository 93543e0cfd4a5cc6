package org.zhixing.flow;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for measures that ran out whenever the overdue sweep looks for nodes. */
@ApplicationScoped
public class QueueSweep {
    private final SettleQueues queues;

    QueueSweep(SettleQueues queues) {
        this.queues = queues;
    }

    @Scheduled(
            identity = "queue-sweep",
            cron = "{zhixing.sweep.cron}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return queues.sweep().replaceWithVoid();
    }
}
