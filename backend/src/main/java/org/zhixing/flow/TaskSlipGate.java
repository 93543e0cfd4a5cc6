package org.zhixing.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.rules.Obstacle;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipPermits;

/** Whom a task slip lets take a step, and when: what stands against it, as a refusal. */
final class TaskSlipGate {
    private TaskSlipGate() {}

    /** 403 not the actor's to do, 409 the slip has not come to it, 412 changed meanwhile. */
    static void check(Actor by, TaskSlip slip, MoveTaskSlip.Request request, Map<UUID, Names.Known> known) {
        Obstacle obstacle = TaskSlipPermits.obstacle(request.act(), by, slip);
        String number = slip.number().text();
        if (obstacle == Obstacle.NOT_JUDGE) {
            UUID judge = slip.of().judgeId();
            String name = judge == null
                    ? "—"
                    : known.getOrDefault(judge, Names.Known.NOBODY).name();
            throw Refusal.forbidden(obstacle.code(), "一(五)", number, name);
        }
        if (obstacle == Obstacle.NOT_YOURS) {
            throw Refusal.forbidden(obstacle.code(), slip.kind().clause(), number);
        }
        if (obstacle == Obstacle.NOT_THERE) {
            throw Refusal.conflict(obstacle.code(), number).under(slip.kind().clause());
        }
        if (slip.version() != request.version()) {
            throw Refusal.stale(slip.version(), List.of("state"));
        }
    }
}
