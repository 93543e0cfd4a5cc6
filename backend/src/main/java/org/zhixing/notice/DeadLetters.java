package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.notice.rules.DeadLetter;
import org.zhixing.notice.store.LetterRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** Deliveries that were given up: an administrator looks why, and sends them again. */
@ApplicationScoped
public class DeadLetters {
    private final LetterRows rows;
    private final Audit audit;
    private final Database database;

    DeadLetters(LetterRows rows, Audit audit, Database database) {
        this.rows = rows;
        this.audit = audit;
        this.database = database;
    }

    /** Newest first. */
    public Uni<Page<DeadLetter>> list(Actor actor, @Nullable Cursor after, int limit) {
        return rows.dead(database.reading(), actor.courtId(), before(after), limit + 1)
                .map(found -> Page.of(found, limit, letter -> Cursor.of("id", letter.id())));
    }

    /** Lets one be tried again, from the first try on; nothing happens to one that is not dead (any more). */
    public Uni<Integer> resend(Actor by, long id) {
        return database.inTransaction(tx -> rows.exists(tx, by.courtId(), id).chain(exists -> {
            if (!exists) {
                throw Refusal.notFound();
            }
            return rows.again(tx, by.courtId(), id).call(n -> note(tx, by, n));
        }));
    }

    /** Lets all of them be tried again, or those of one channel; answers how many. */
    public Uni<Integer> resendAll(Actor by, @Nullable String channel) {
        return database.inTransaction(
                tx -> rows.allAgain(tx, by.courtId(), channel).call(n -> note(tx, by, n)));
    }

    private Uni<Void> note(io.vertx.mutiny.sqlclient.SqlConnection tx, Actor by, int letters) {
        List<Entry> entries =
                letters == 0 ? List.of() : List.of(new Entry("letters.resent", null, null, Map.of("letters", letters)));
        return audit.write(tx, Audit.by(by), entries);
    }

    private static long before(@Nullable Cursor cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.id());
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", null, "field.cursor");
        }
    }
}
