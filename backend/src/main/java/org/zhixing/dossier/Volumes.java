package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.archive.ArchiveLoans;
import org.zhixing.dossier.rules.Manner;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.dossier.store.VolumeRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** The volume of each case, its items. Whether somebody may see the case is the caller's to ask. */
@ApplicationScoped
public class Volumes {
    private final VolumeRows rows;
    private final ArchiveLoans loans;

    Volumes(VolumeRows rows, ArchiveLoans loans) {
        this.rows = rows;
        this.loans = loans;
    }

    /** A volume for each of the new cases. */
    public Uni<Integer> open(SqlConnection tx, int courtId, List<UUID> caseIds) {
        return rows.open(tx, courtId, caseIds);
    }

    /** Puts an item last in its category; the case is locked. */
    public Uni<UUID> add(SqlConnection tx, Actor by, VolumeItem.New item, Instant at) {
        return refuseArchived(tx, by.courtId(), item.caseId()).chain(() -> rows.add(tx, by, item, at));
    }

    /** A page of the items in the order of the catalogue's codes and of their places, those removed among them. */
    public Uni<Page<VolumeItem>> list(
            SqlClient client, VolumeItem.Asked asked, List<String> codes, @Nullable Cursor after, int limit) {
        return rows.list(client, asked, codes, after, limit);
    }

    /** Every version of each of the items, the first ones first. */
    public Uni<Map<UUID, List<VolumeItem.Past>>> versions(SqlClient client, int courtId, List<UUID> items) {
        return rows.versions(client, courtId, items)
                .map(all -> all.stream().collect(Collectors.groupingBy(VolumeItem.Past::item)));
    }

    /** Moves a standing item to that place among those of its category, from 1; the case is locked. */
    public Uni<Integer> place(SqlConnection tx, VolumeItem item, int place) {
        return refuseArchived(tx, item.courtId(), item.caseId())
                .chain(() -> rows.inCategory(tx, item))
                .chain(all -> {
                    List<UUID> order = new ArrayList<>(all);
                    order.remove(item.id());
                    order.add(Math.min(place - 1, order.size()), item.id());
                    return rows.place(tx, order, item.id());
                });
    }

    /** Items that were not removed, by category. */
    public Uni<Map<String, Integer>> counts(SqlClient client, int courtId, UUID caseId) {
        return rows.counts(client, courtId, caseId);
    }

    /** The court's item; 404 if there is none. */
    public Uni<VolumeItem> find(SqlClient client, int courtId, UUID id) {
        return rows.find(client, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The item with that version of its file as the latest; 404 if there is none. */
    public Uni<VolumeItem> find(SqlClient client, int courtId, UUID id, int number) {
        return rows.find(client, courtId, id, number).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** Items and their versions that have the file, those that stand first. */
    public Uni<List<Map.Entry<UUID, Integer>>> having(SqlClient client, int courtId, UUID fileId) {
        return rows.having(client, courtId, fileId);
    }

    /**
     * A file of a volume in the actor's sight or lent to them, for a picture too small to read: nobody opens an item by
     * passing it in a list. Empty where it is in no such volume.
     */
    public Uni<Optional<StoredFile>> glimpse(SqlClient client, Actor by, UUID fileId) {
        return rows.glimpses(client, by.courtId(), fileId).chain(all -> {
            Optional<StoredFile> seen = all.stream()
                    .filter(each -> Visibility.ofCases(by).covers(each.team()))
                    .map(VolumeRows.Glimpse::file)
                    .findFirst();
            return seen.isPresent() ? Uni.createFrom().item(seen) : lent(client, by, all);
        });
    }

    private Uni<Optional<StoredFile>> lent(SqlClient client, Actor by, List<VolumeRows.Glimpse> all) {
        return loans.lent(
                        client, by, all.stream().map(VolumeRows.Glimpse::caseId).toList())
                .map(lent -> all.stream()
                        .filter(each -> lent.containsKey(each.caseId()))
                        .map(VolumeRows.Glimpse::file)
                        .findFirst());
    }

    /** Puts a newer version above the latest, which stays; the case is locked. */
    public Uni<Integer> addVersion(
            SqlConnection tx, Actor by, VolumeItem item, VolumeItem.Content content, Instant at) {
        return refuseArchived(tx, by.courtId(), item.caseId()).chain(() -> rows.addVersion(tx, by, item, content, at));
    }

    /** Keeps the item, shown as removed. */
    public Uni<Integer> remove(SqlConnection tx, VolumeItem item, VolumeItem.Removal removal) {
        return refuseArchived(tx, item.courtId(), item.caseId()).chain(() -> rows.remove(tx, item, removal));
    }

    /** What is in the archive is as it was taken in: nothing is added, replaced, moved or removed. */
    public static Refusal archived(String caseNumber, LocalDate on) {
        return Refusal.rule("volume-archived", "二(五)", caseNumber, on);
    }

    /** Asked at the one door that every change of a volume goes through, whatever act it belongs to. */
    private Uni<Void> refuseArchived(SqlConnection tx, int courtId, UUID caseId) {
        return rows.archived(tx, courtId, caseId)
                .invoke(found -> found.ifPresent(archived -> {
                    throw archived(archived.caseNumber(), archived.on());
                }))
                .replaceWithVoid();
    }

    /** Whether this is a new opening of the item's version by the person, not one more range of the last. */
    public Uni<Boolean> opens(SqlConnection tx, Actor by, VolumeItem item, Manner how, Instant at) {
        return rows.opens(tx, by, item, how, at);
    }
}
