package org.zhixing.dossier;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhixing.dossier.content.PageCount;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.PageNumbers;
import org.zhixing.dossier.rules.PageNumbers.Leaf;
import org.zhixing.dossier.rules.PageNumbers.Place;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.store.PageRows;
import org.zhixing.dossier.store.PageRows.Standing;
import org.zhixing.dossier.store.VolumeRows;
import org.zhixing.platform.Database;

/** The pages of a volume's items: counted once for each content, when somebody first looks at the volume. */
@ApplicationScoped
public class PageCounts {
    private static final Logger LOG = Logger.getLogger(PageCounts.class);

    /** How long one who looks at a volume waits; what is being counted by then is counted all the same. */
    public static final Duration LOOKING = Duration.ofSeconds(2);

    /** How long a paper that needs them all waits. */
    public static final Duration PAPER = Duration.ofMinutes(1);

    private static final int AT_ONCE = 2;

    private final Database database;
    private final PageRows rows;
    private final VolumeRows items;
    private final LocalCopies copies;
    private final Map<BlobKey, Uni<Void>> underWay = new ConcurrentHashMap<>();

    /** Its own: a long file must not hold up those who serve requests. */
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE, PageCounts::thread);

    PageCounts(Database database, PageRows rows, VolumeRows items, LocalCopies copies) {
        this.database = database;
        this.rows = rows;
        this.items = items;
        this.copies = copies;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "pages");
        thread.setDaemon(true);
        return thread;
    }

    void stop(@Observes ShutdownEvent event) {
        hands.shutdownNow();
    }

    /**
     * Where the standing items of the case's volume lie, in the order of the catalogue.
     *
     * @param codes the catalogue's
     * @param most how long to wait for pages that nobody has counted yet
     */
    public Uni<List<Place>> places(SqlClient client, int courtId, UUID caseId, List<String> codes, Duration most) {
        return standing(client, courtId, caseId, codes)
                .chain(all -> {
                    List<Uni<Void>> wanted = all.stream()
                            .filter(each -> pages(each) == null)
                            .map(each -> counted(new BlobKey(courtId, each.sha256()), each.fileId(), each.mediaType()))
                            .toList();
                    return wanted.isEmpty()
                            ? Uni.createFrom().item(all)
                            : waited(wanted, most).chain(() -> standing(client, courtId, caseId, codes));
                })
                .map(all -> PageNumbers.of(all.stream()
                        .map(each -> new Leaf(each.item(), each.category(), pages(each)))
                        .toList()));
    }

    /** Begins to count the item's newest version, so that it is done when somebody looks; nobody waits for it. */
    public void begin(int courtId, UUID itemId) {
        items.find(database.reading(), courtId, itemId)
                .chain(found -> found.map(
                                item -> begin(courtId, item.latest().content().file()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .subscribe()
                .with(counted -> {}, failed -> LOG.warn("Pages could not be counted", failed));
    }

    private Uni<Void> begin(int courtId, StoredFile file) {
        BlobKey key = new BlobKey(courtId, file.sha256());
        return PageCount.of(file.mediaType()) != null
                ? Uni.createFrom().voidItem()
                : rows.tree(database.reading(), key)
                        .chain(known -> known.isPresent()
                                ? Uni.createFrom().voidItem()
                                : counted(key, file.id(), file.mediaType()));
    }

    /**
     * The update that is read behind a PDF of many pages, so that one of them is found without the others; empty where
     * there is none, or it is not known within the time.
     */
    public Uni<Buffer> tree(int courtId, StoredFile file) {
        BlobKey key = new BlobKey(courtId, file.sha256());
        if (PageCount.of(file.mediaType()) != null) {
            return Uni.createFrom().item(Buffer.buffer());
        }
        return rows.tree(database.reading(), key)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known)
                        : waited(List.of(counted(key, file.id(), file.mediaType())), LOOKING)
                                .chain(() -> rows.tree(database.reading(), key)))
                .map(known -> known.orElseGet(Buffer::buffer));
    }

    private Uni<List<Standing>> standing(SqlClient client, int courtId, UUID caseId, List<String> codes) {
        return rows.standing(client, courtId, caseId, codes);
    }

    private static @Nullable Integer pages(Standing item) {
        Integer byType = PageCount.of(item.mediaType());
        return byType == null ? item.counted() : byType;
    }

    /** Ends when all are counted or the time is up; what failed is tried again by the next who looks. */
    private static Uni<Void> waited(List<Uni<Void>> wanted, Duration most) {
        return Uni.join()
                .all(wanted)
                .usingConcurrencyOf(AT_ONCE)
                .andCollectFailures()
                .ifNoItem()
                .after(most)
                .recoverWithItem(List.of())
                .replaceWithVoid();
    }

    /** Once at a time for each content, and to its end though whoever asked is gone; a failure is told here alone. */
    private Uni<Void> counted(BlobKey key, UUID fileId, String mediaType) {
        return Uni.createFrom()
                .deferred(() -> underWay.computeIfAbsent(key, now -> copies.of(fileId, path -> Uni.createFrom()
                                .item(() -> PageCount.of(path, mediaType))
                                .runSubscriptionOn(hands))
                        .chain(pages -> database.inTransaction(tx -> rows.keep(tx, key, pages)))
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(failed -> LOG.warnf(failed, "The pages of file %s could not be counted", fileId))
                        .onFailure()
                        .recoverWithNull()
                        .eventually(() -> underWay.remove(key))
                        .memoize()
                        .indefinitely()));
    }
}
