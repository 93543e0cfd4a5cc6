package org.zhixing.dossier.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.CountedPages;
import org.zhixing.platform.Database;

/** How many pages contents have, once somebody has counted them. */
@ApplicationScoped
public class PageRows {
    private static final String STANDING = """
            select i.id, f.id, f.sha256, f.media_type, p.pages, i.category
            from dossier_item i
            join lateral (
                select file_id from dossier_version where item_id = i.id order by version desc limit 1) v on true
            join stored_file f on f.id = v.file_id
            left join file_pages p on p.court_id = f.court_id and p.sha256 = f.sha256
            where i.case_id = $1 and i.court_id = $2 and i.removed_at is null
            order by coalesce(array_position($3::text[], i.category), 1000), i.category, i.position
            """;

    PageRows() {}

    /** An item that was not removed, with its newest version; {@code counted} is null where nobody has. */
    public record Standing(
            UUID item,
            String category,
            UUID fileId,
            String sha256,
            String mediaType,
            @Nullable Integer counted) {}

    /** In the order of the catalogue and of their places. */
    public Uni<List<Standing>> standing(SqlClient client, int courtId, UUID caseId, List<String> codes) {
        return Database.list(
                client,
                STANDING,
                row -> new Standing(
                        row.getUUID(0),
                        row.getString(5),
                        row.getUUID(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInteger(4)),
                caseId,
                courtId,
                codes.toArray(String[]::new));
    }

    /** Keeps the count; the same content has the same, whoever counts. */
    public Uni<Integer> keep(SqlClient client, BlobKey content, CountedPages counted) {
        byte[] tree = counted.tree();
        return Database.execute(
                client,
                "insert into file_pages (court_id, sha256, pages, tree) values ($1, $2, $3, $4) on conflict do nothing",
                content.courtId(),
                content.sha256(),
                counted.pages(),
                tree == null ? null : Buffer.buffer(tree));
    }

    /** Empty where nobody has counted; an empty buffer where there is no tree. */
    public Uni<Optional<Buffer>> tree(SqlClient client, BlobKey content) {
        return Database.first(
                client,
                "select coalesce(tree, '') from file_pages where court_id = $1 and sha256 = $2",
                row -> row.getBuffer(0),
                content.courtId(),
                content.sha256());
    }
}
