package org.zhixing.notice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.notice.rules.Notice;
import org.zhixing.notice.store.InboxRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** A person's own notices; nobody reads another's. */
@ApplicationScoped
public class Inbox {
    private final InboxRows rows;
    private final Database database;
    private final InboxSignals signals;

    Inbox(InboxRows rows, Database database, InboxSignals signals) {
        this.rows = rows;
        this.database = database;
        this.signals = signals;
    }

    /** Newest first. */
    public Uni<Page<Notice>> list(Actor actor, boolean unread, @Nullable Cursor after, int limit) {
        return rows.list(database.reading(), actor.personId(), unread, after, limit + 1)
                .map(found -> Page.of(found, limit, n -> Cursor.of(n.forDay(), n.id())));
    }

    public Uni<Long> unread(Actor actor) {
        return rows.unread(database.reading(), actor.personId());
    }

    /** The number of unread notices, at once and whenever it may have changed. */
    public Multi<Long> unreadLive(Actor actor) {
        return signals.of(actor.personId()).onItem().transformToUniAndConcatenate(changed -> unread(actor));
    }

    /** Marks it read; 404 where it is not the actor's. */
    public Uni<Void> read(Actor actor, UUID id) {
        return database.inTransaction(tx -> rows.read(tx, actor.personId(), id).chain(found -> {
            if (found == 0) {
                throw Refusal.notFound();
            }
            return rows.tell(tx, actor.personId()).replaceWithVoid();
        }));
    }

    public Uni<Void> readAll(Actor actor) {
        return database.inTransaction(tx -> rows.readAll(tx, actor.personId())
                .chain(() -> rows.tell(tx, actor.personId()))
                .replaceWithVoid());
    }
}
