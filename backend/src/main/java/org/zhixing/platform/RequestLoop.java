package org.zhixing.platform;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The way back from a worker thread to the loop and the context of the request that is asked for. */
public final class RequestLoop {
    private RequestLoop() {}

    /** The caller's own, for {@code emitOn}; asked for before the work leaves it. */
    public static Executor here() {
        Context request = Vertx.currentContext();
        return work -> request.runOnContext(now -> work.run());
    }
}
