package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Extension;
import org.zhixing.clock.store.ExtensionRows;
import org.zhixing.clock.store.SuspensionRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;

/** What moves due dates by leave: suspensions of cases, and extensions of nodes. */
@ApplicationScoped
public class Suspensions {
    private final SuspensionRows rows;
    private final ExtensionRows extensions;

    Suspensions(SuspensionRows rows, ExtensionRows extensions) {
        this.rows = rows;
        this.extensions = extensions;
    }

    public Uni<Integer> insert(SqlConnection tx, CaseSuspension asked) {
        return rows.insert(tx, asked);
    }

    public Uni<Integer> update(SqlConnection tx, CaseSuspension changed) {
        return rows.update(tx, changed);
    }

    public Uni<Optional<CaseSuspension>> find(SqlClient client, int courtId, UUID id) {
        return rows.find(client, courtId, id);
    }

    /** Newest first. */
    public Uni<List<CaseSuspension>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return rows.ofCases(client, courtId, List.of(caseId));
    }

    /** Newest first. */
    public Uni<List<CaseSuspension>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return caseIds.isEmpty() ? Uni.createFrom().item(List.of()) : rows.ofCases(client, courtId, caseIds);
    }

    /** One page, newest first, within sight. */
    public Uni<Page<CaseSuspension>> list(
            SqlClient client,
            int courtId,
            Visibility sight,
            CaseSuspension.@Nullable Status status,
            @Nullable Cursor after,
            int limit) {
        return rows.list(client, courtId, sight, status, after, limit + 1)
                .map(found -> Page.of(found, limit, s -> Cursor.of(s.status(), s.id())));
    }

    public Uni<Integer> insert(SqlConnection tx, Extension asked) {
        return extensions.insert(tx, asked);
    }

    public Uni<Integer> update(SqlConnection tx, Extension changed) {
        return extensions.update(tx, changed);
    }

    public Uni<Optional<Extension>> extension(SqlClient client, int courtId, UUID id) {
        return extensions.find(client, courtId, id);
    }

    /** Newest first. */
    public Uni<List<Extension>> extensionsOf(SqlClient client, int courtId, UUID caseId) {
        return extensions.ofCase(client, courtId, caseId);
    }

    /** One page, newest first, within sight. */
    public Uni<Page<Extension>> extensions(
            SqlClient client,
            int courtId,
            Visibility sight,
            Extension.@Nullable Status status,
            @Nullable Cursor after,
            int limit) {
        return extensions
                .list(client, courtId, sight, status, after, limit + 1)
                .map(found -> Page.of(found, limit, e -> Cursor.of(e.status(), e.id())));
    }
}
