package org.zhixing.dossier.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.dossier.rules.Manner;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** Rows of volumes. Items and versions are added and never overwritten. */
@ApplicationScoped
public class VolumeRows {
    private static final String ITEM = """
            select i.id, i.court_id, i.case_id, i.category, i.position, i.node_id, i.removed_by, i.removed_at,
                i.removed_reason, i.version, v.version, v.title, v.source, v.taken_at, v.place, v.note, v.created_by,
                p.name, v.created_at, f.id, f.name, f.media_type, f.size, f.sha256
            from dossier_item i
            join dossier_version v on v.item_id = i.id
            join stored_file f on f.id = v.file_id
            join person p on p.id = v.created_by
            """;

    private static final String LATEST =
            " and v.version = (select max(o.version) from dossier_version o where o.item_id = i.id)";

    private final Ids ids;

    VolumeRows(Ids ids) {
        this.ids = ids;
    }

    public Uni<Integer> open(SqlConnection tx, int courtId, List<UUID> caseIds) {
        return Database.execute(
                tx,
                "insert into dossier (case_id, court_id) select id, $2 from unnest($1::uuid[]) as id",
                caseIds.toArray(UUID[]::new),
                courtId);
    }

    /** Which case's volume is in the archive, and since when. */
    public record Archived(String caseNumber, LocalDate on) {}

    public Uni<Optional<Archived>> archived(SqlConnection tx, int courtId, UUID caseId) {
        return Database.first(
                tx,
                "select number, archived_on from enforcement_case"
                        + " where id = $1 and court_id = $2 and archived_on is not null",
                row -> new Archived(row.getString(0), row.getLocalDate(1)),
                caseId,
                courtId);
    }

    public Uni<UUID> add(SqlConnection tx, Actor by, VolumeItem.New item, Instant at) {
        UUID id = ids.next();
        VolumeItem.Content content = item.content();
        Instant taken = content.takenAt();
        return Database.execute(
                        tx,
                        "insert into dossier_item (id, court_id, case_id, category, position, node_id)"
                                + " select $1, $2, $3, $4, coalesce(max(position), 0) + 1, $5"
                                + " from dossier_item where case_id = $3 and category = $4",
                        id,
                        by.courtId(),
                        item.caseId(),
                        item.category(),
                        item.nodeId())
                .chain(() -> Database.execute(
                        tx,
                        "insert into dossier_version (item_id, court_id, version, file_id, title, source, taken_at,"
                                + " place, note, created_by, created_at)"
                                + " values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10)",
                        id,
                        by.courtId(),
                        content.file().id(),
                        content.title(),
                        content.source().name(),
                        taken == null ? null : utc(taken),
                        content.place(),
                        content.note(),
                        by.personId(),
                        utc(at)))
                .replaceWith(id);
    }

    /** @param codes the catalogue's, in whose order the items are */
    public Uni<Page<VolumeItem>> list(
            SqlClient client, VolumeItem.Asked asked, List<String> codes, @Nullable Cursor after, int limit) {
        String rank = "coalesce(array_position($7::text[], %s), 1000)";
        return Database.list(
                        client,
                        ITEM + " where i.case_id = $1 and i.court_id = $2 and ($3::text is null or i.category = $3)"
                                + " and ($4::text is null or (" + rank.formatted("i.category")
                                + ", i.category, i.position) > (" + rank.formatted("$4") + ", $4, $5))" + LATEST
                                + " order by " + rank.formatted("i.category")
                                + ", i.category, i.position limit $6",
                        VolumeRows::item,
                        asked.caseId(),
                        asked.courtId(),
                        asked.category(),
                        after == null ? null : after.value(),
                        after == null ? 0 : place(after),
                        limit + 1,
                        codes.toArray(String[]::new))
                .map(all -> Page.of(all, limit, item -> Cursor.of(item.category(), item.position())));
    }

    /** Every version of the items, the first ones first. */
    public Uni<List<VolumeItem.Past>> versions(SqlClient client, int courtId, List<UUID> items) {
        return Database.list(
                client,
                "select v.item_id, v.version, f.name, f.media_type, f.size, p.name, v.created_at, v.note, f.sha256"
                        + " from dossier_version v join stored_file f on f.id = v.file_id"
                        + " join person p on p.id = v.created_by"
                        + " where v.item_id = any ($1) and v.court_id = $2 order by v.item_id, v.version",
                row -> new VolumeItem.Past(
                        row.getUUID(0),
                        row.getInteger(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(8),
                        row.getString(5),
                        row.getOffsetDateTime(6).toInstant(),
                        row.getString(7)),
                items.toArray(UUID[]::new),
                courtId);
    }

    /** The standing items of a category in their order, then those removed; the case is locked. */
    public Uni<List<UUID>> inCategory(SqlConnection tx, VolumeItem item) {
        return Database.list(
                tx,
                "select id from dossier_item where case_id = $1 and category = $2"
                        + " order by removed_at is not null, position",
                row -> row.getUUID(0),
                item.caseId(),
                item.category());
    }

    /** Gives the items these places, from 1; the version of the one that was moved rises, the others were pushed. */
    public Uni<Integer> place(SqlConnection tx, List<UUID> order, UUID moved) {
        return Database.execute(
                tx,
                "update dossier_item i set position = o.place,"
                        + " version = version + case when i.id = $2 then 1 else 0 end"
                        + " from unnest($1::uuid[]) with ordinality as o (id, place)"
                        + " where i.id = o.id and (i.position <> o.place or i.id = $2)",
                order.toArray(UUID[]::new),
                moved);
    }

    private static int place(Cursor after) {
        try {
            return Integer.parseInt(after.id());
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", after.id(), "field.cursor");
        }
    }

    public Uni<Map<String, Integer>> counts(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                        client,
                        "select category, count(*)::int from dossier_item"
                                + " where case_id = $1 and court_id = $2 and removed_at is null group by category",
                        row -> Map.entry(row.getString(0), row.getInteger(1)),
                        caseId,
                        courtId)
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Uni<Optional<VolumeItem>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client, ITEM + " where i.id = $1 and i.court_id = $2" + LATEST, VolumeRows::item, id, courtId);
    }

    public Uni<Optional<VolumeItem>> find(SqlClient client, int courtId, UUID id, int number) {
        return Database.first(
                client,
                ITEM + " where i.id = $1 and i.court_id = $2 and v.version = $3",
                VolumeRows::item,
                id,
                courtId,
                number);
    }

    /** The item's number and id of every version that has the file, those of items that stand first. */
    public Uni<List<Map.Entry<UUID, Integer>>> having(SqlClient client, int courtId, UUID fileId) {
        return Database.list(
                client,
                "select v.item_id, v.version from dossier_version v join dossier_item i on i.id = v.item_id"
                        + " where v.file_id = $1 and v.court_id = $2 order by i.removed_at nulls first, i.id",
                row -> Map.entry(row.getUUID(0), row.getInteger(1)),
                fileId,
                courtId);
    }

    /** The file with the teams of the cases whose volumes have it: all of it in one look. */
    public Uni<List<Glimpse>> glimpses(SqlClient client, int courtId, UUID fileId) {
        return Database.list(
                client,
                "select f.id, f.name, f.media_type, f.size, f.sha256, c.team, c.id from stored_file f"
                        + " join dossier_version v on v.file_id = f.id join dossier_item i on i.id = v.item_id"
                        + " join enforcement_case c on c.id = i.case_id"
                        + " where f.id = $1 and f.court_id = $2 and v.court_id = $2 and c.court_id = $2",
                row -> new Glimpse(
                        new StoredFile(
                                row.getUUID(0), row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                        row.getString(5) == null ? null : Team.valueOf(row.getString(5)),
                        row.getUUID(6)),
                fileId,
                courtId);
    }

    /** A file of a volume, the case and whose case it is; null where a person has yet to decide that. */
    public record Glimpse(StoredFile file, @Nullable Team team, UUID caseId) {}

    public Uni<Integer> addVersion(
            SqlConnection tx, Actor by, VolumeItem item, VolumeItem.Content content, Instant at) {
        Instant taken = content.takenAt();
        return Database.execute(
                        tx,
                        "insert into dossier_version (item_id, court_id, version, file_id, title, source, taken_at,"
                                + " place, note, created_by, created_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                        item.id(),
                        item.courtId(),
                        item.latest().number() + 1,
                        content.file().id(),
                        content.title(),
                        content.source().name(),
                        taken == null ? null : utc(taken),
                        content.place(),
                        content.note(),
                        by.personId(),
                        utc(at))
                .chain(() ->
                        Database.execute(tx, "update dossier_item set version = version + 1 where id = $1", item.id()));
    }

    public Uni<Integer> remove(SqlConnection tx, VolumeItem item, VolumeItem.Removal removal) {
        return Database.execute(
                tx,
                "update dossier_item set removed_at = $2, removed_by = $3, removed_reason = $4, version = version + 1"
                        + " where id = $1 and court_id = $5",
                item.id(),
                utc(removal.at()),
                removal.by(),
                removal.reason(),
                item.courtId());
    }

    public Uni<Boolean> opens(SqlConnection tx, Actor by, VolumeItem item, Manner how, Instant at) {
        return Database.execute(
                        tx,
                        "insert into dossier_opening as o (person_id, item_id, court_id, version, opened_at, manner)"
                                + " values ($1, $2, $3, $4, $5, $6) on conflict (person_id, item_id, version, manner)"
                                + " do update set opened_at = excluded.opened_at"
                                + " where o.opened_at < excluded.opened_at - interval '10 minutes'",
                        by.personId(),
                        item.id(),
                        by.courtId(),
                        item.latest().number(),
                        utc(at),
                        how.name())
                .map(written -> written > 0);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static VolumeItem item(Row row) {
        UUID remover = row.getUUID(6);
        OffsetDateTime taken = row.getOffsetDateTime(13);
        StoredFile file = new StoredFile(
                row.getUUID(19), row.getString(20), row.getString(21), row.getLong(22), row.getString(23));
        VolumeItem.Content content = new VolumeItem.Content(
                file,
                row.getString(11),
                Source.valueOf(row.getString(12)),
                taken == null ? null : taken.toInstant(),
                row.getString(14),
                row.getString(15));
        return new VolumeItem(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getString(3),
                row.getInteger(4),
                row.getUUID(5),
                new VolumeItem.Version(
                        row.getInteger(10),
                        content,
                        row.getUUID(16),
                        row.getString(17),
                        row.getOffsetDateTime(18).toInstant()),
                remover == null
                        ? null
                        : new VolumeItem.Removal(
                                remover, row.getOffsetDateTime(7).toInstant(), row.getString(8)),
                row.getInteger(9));
    }
}
