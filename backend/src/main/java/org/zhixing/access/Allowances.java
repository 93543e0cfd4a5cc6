package org.zhixing.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhixing.access.rules.Allowance;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.ZhixingConfig;

/**
 * What each caller may still ask of this instance. Kept by each instance for itself: a limit guards its processor and its
 * connections, and a count that all shared would cost what it is to save.
 */
@ApplicationScoped
public class Allowances {
    private static final int MANY = 10_000;

    private final Map<String, Allowance> byCaller = new ConcurrentHashMap<>();
    private final Allowance.Limit limit;
    private final CourtClock clock;

    Allowances(ZhixingConfig config, CourtClock clock) {
        this.limit = new Allowance.Limit(config.rate().burst(), config.rate().perSecond());
        this.clock = clock;
    }

    /** Seconds the caller has to wait; 0 where the request is let in. */
    public long take(String caller) {
        if (limit.unlimited()) {
            return 0;
        }
        long now = clock.now().toEpochMilli();
        if (byCaller.size() > MANY) {
            byCaller.values().removeIf(each -> each.isFull(limit, now));
        }
        Allowance after = byCaller.compute(
                caller, (who, before) -> (before == null ? Allowance.full(limit, now) : before).after(limit, now));
        return after.granted() ? 0 : after.secondsToWait(limit);
    }
}
