package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Visibility;
import org.zhixing.ledger.store.ReceiptList;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;

/** Money that arrived for cases, by how long it has been waiting. */
@Path("/api/v1/receipts")
@Tag(name = "receipts")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.CASES_READ
})
public class ReceiptResource {
    private final Actors actors;
    private final ReceiptList list;
    private final ReceiptViews views;
    private final Database database;

    ReceiptResource(Actors actors, ReceiptList list, ReceiptViews views, Database database) {
        this.actors = actors;
        this.list = list;
        this.views = views;
        this.database = database;
    }

    @GET
    @Operation(operationId = "listReceipts", summary = "Receipts within sight, the oldest first")
    public Uni<Page<ReceiptView>> list(
            @RestQuery @Parameter(description = "Those of one case") @Nullable String caseId,
            @RestQuery @Parameter(description = "True: those that are not paid out in full") @Nullable Boolean waiting,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        UUID of = Asked.uuid("caseId", caseId);
        return actors.current().chain(actor -> list.list(
                        database.reading(),
                        actor.courtId(),
                        Visibility.ofCases(actor),
                        of,
                        Boolean.TRUE.equals(waiting),
                        after,
                        size)
                .chain(page -> views.of(actor, page.items()).map(items -> new Page<>(items, page.next()))));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getReceipt", summary = "One receipt; its version is the ETag")
    public Uni<RestResponse<ReceiptView>> get(@RestPath UUID id) {
        return actors.current()
                .chain(actor -> list.find(database.reading(), actor.courtId(), Visibility.ofCases(actor), id)
                        .chain(found -> views.of(actor, found))
                        .map(ReceiptResource::only))
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                        .build());
    }

    private static ReceiptView only(List<ReceiptView> found) {
        return found.stream().findFirst().orElseThrow(Refusal::notFound);
    }
}
