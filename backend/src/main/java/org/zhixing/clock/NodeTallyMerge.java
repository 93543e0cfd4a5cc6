package org.zhixing.clock;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhixing.clock.store.NodeTallies;
import org.zhixing.platform.Database;

/** Keeps the node board quick: merges the numbers that writers have added. Without it they are right, only more. */
@ApplicationScoped
public class NodeTallyMerge {
    private final NodeTallies tallies;
    private final Database database;

    NodeTallyMerge(NodeTallies tallies, Database database) {
        this.tallies = tallies;
        this.database = database;
    }

    @Scheduled(
            identity = "node-tally-merge",
            every = "{zhixing.tally.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return database.inTransaction(tallies::merge).replaceWithVoid();
    }
}
