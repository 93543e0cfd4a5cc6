package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.Looks;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.store.BankLineRows;
import org.zhixing.ledger.store.LineFilter;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;

/** The bank's lines, beside which the ledger is set. */
@Path("/api/v1/bank-lines")
@Tag(name = "statements")
public class BankLineResource {
    private final Actors actors;
    private final BankLineRows rows;
    private final Looks looks;
    private final Database database;

    BankLineResource(Actors actors, BankLineRows rows, Looks looks, Database database) {
        this.actors = actors;
        this.rows = rows;
        this.looks = looks;
        this.database = database;
    }

    /** Which way the money went. */
    @Schema(name = "BankLineDirection")
    public enum Direction {
        IN,
        OUT
    }

    @GET
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "listBankLines", summary = "The bank's lines, the newest value date first")
    public Uni<Page<BankLineView>> list(
            @RestQuery @Parameter(description = "First value date") @Nullable String from,
            @RestQuery @Parameter(description = "Last value date") @Nullable String to,
            @RestQuery LineMatch.@Nullable Matched matched,
            @RestQuery @Nullable Direction direction,
            @RestQuery @Nullable String statementId,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        LineFilter filter = new LineFilter(
                Asked.date("from", from),
                Asked.date("to", to),
                matched,
                direction == null ? null : direction == Direction.IN,
                Asked.uuid("statementId", statementId));
        return actors.current().chain(actor -> rows.list(database.reading(), actor.courtId(), filter, after, size)
                .map(page -> page.map(shown -> BankLineView.from(shown, actor, false)))
                .call(page -> looks.atList(actor, "bank-line.looked", null, uri, page)));
    }
}
