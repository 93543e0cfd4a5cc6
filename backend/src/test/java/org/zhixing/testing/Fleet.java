package org.zhixing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Instances of the packaged API of which one after the other is killed and replaced, as clients of it see them. */
public final class Fleet {
    private static final Duration DONE_AT_MOST = Duration.ofSeconds(90);

    private static final int FAILURES_AT_MOST = 300;

    private final Deployment deployment;
    private final List<ApiProcess> instances = new ArrayList<>();
    private int killed;
    private int failedStarts;

    public Fleet(Deployment deployment, int size) {
        this.deployment = deployment;
        for (int i = 0; i < size; i++) {
            instances.add(deployment.start());
        }
        instances.forEach(ApiProcess::awaitReady);
    }

    /** Those that take requests now, the oldest first. */
    public List<ApiProcess> ready() {
        return instances.stream().filter(ApiProcess::ready).toList();
    }

    /** Kills the oldest and starts another; false where it is the only one that works. */
    public boolean killOldest() {
        restartFailedStarts();
        List<ApiProcess> ready = ready();
        if (ready.size() < 2) {
            return false;
        }
        ApiProcess oldest = ready.get(0);
        oldest.kill();
        instances.remove(oldest);
        instances.add(deployment.start());
        killed++;
        return true;
    }

    public int killed() {
        return killed;
    }

    /** All of them work, those included that lost their database meanwhile: nobody restarted them. */
    public void awaitAllReady() {
        Patience.until(DONE_AT_MOST, "every instance ready", () -> {
            restartFailedStarts();
            return ready().size() == instances.size();
        });
    }

    /** As a container engine does where the database died under a migration; one that had worked never dies by itself. */
    private void restartFailedStarts() {
        for (int i = 0; i < instances.size(); i++) {
            ApiProcess instance = instances.get(i);
            if (!instance.alive()) {
                assertThat(instance.worked()).as("died though it had worked").isFalse();
                instances.set(i, deployment.start());
                failedStarts++;
            }
        }
    }

    public int failedStarts() {
        return failedStarts;
    }

    /**
     * Asks as a client does that is not told whether its request arrived: again, of whichever instance answers, until
     * the court's tables say that it is done.
     *
     * @param request to be sent to an address; with an idempotency key or a version, so that it takes effect once
     */
    public void act(String what, Callable<Boolean> done, Function<String, Response> request) {
        int[] failures = {0};
        Patience.until(DONE_AT_MOST, what, () -> {
            if (done.call()) {
                return true;
            }
            for (ApiProcess instance : instances) {
                if (sent(instance, what, request)) {
                    return done.call();
                }
                // A database that is away comes back sooner; a fault of the application stays.
                assertThat(failures[0]++).as("failures of " + what).isLessThan(FAILURES_AT_MOST);
                Thread.sleep(100);
            }
            return false;
        });
    }

    private static boolean sent(ApiProcess instance, String what, Function<String, Response> request) {
        try {
            Response answer = request.apply(instance.url());
            assertThat(answer.statusCode())
                    .as(what + ": " + answer.asString())
                    .satisfiesAnyOf(
                            status -> assertThat(status).isBetween(200, 201),
                            // It was done, but the answer was lost; or the database was away.
                            status -> assertThat(status).isIn(409, 412),
                            status -> assertThat(status).isGreaterThanOrEqualTo(500));
            return answer.statusCode() < 500;
        } catch (Exception unreachable) {
            // The client throws what its interface does not declare.
            return false;
        }
    }
}
