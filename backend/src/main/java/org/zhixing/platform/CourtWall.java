package org.zhixing.platform;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.Optional;

/**
 * Whose rows PostgreSQL shows to the work at hand (docs/decisions/027-walls-in-the-database.md). A request begins in front
 * of a wall and sees no court's rows; when it is known who calls, the wall opens to that person's court, and no statement
 * of the request, whatever it forgets, reaches another's. What no request has asked for, such as a sweep, is the house's
 * own work and serves every court.
 */
public final class CourtWall {
    private static final String KEY = CourtWall.class.getName();

    /** What the policies of the tables read as "no court". */
    private static final String NONE = "";

    /** What they read as "every court"; no court has this id. */
    static final String EVERY = "0";

    private volatile String court = NONE;

    private CourtWall() {}

    /** A request begins. */
    static void raise() {
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(KEY, new CourtWall());
        }
    }

    /** The wall of the request at hand: to be asked for before waiting for anything, and opened when that has come. */
    public static Optional<CourtWall> here() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(KEY) : Optional.empty();
    }

    /** It is known of which court the caller is. */
    public void open(int courtId) {
        court = Integer.toString(courtId);
    }

    static String court() {
        return here().map(wall -> wall.court).orElse(EVERY);
    }
}
