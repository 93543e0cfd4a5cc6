package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.Looks;
import org.zhixing.ledger.Reconciliations;
import org.zhixing.ledger.paper.ReconciliationTable;
import org.zhixing.ledger.rules.ItemKind;
import org.zhixing.ledger.store.ReconciliationRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.PlainValues;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.RequestLoop;

/** Reconciliation: the bank's statement against the ledger, by value date (domain.md §5). */
@Path("/api/v1/reconciliation")
@Tag(name = "ledger")
@RolesAllowed({Roles.FUNDS, Roles.DIRECTOR, Roles.PRESIDENT, Roles.AUDITOR})
public class ReconciliationResource {
    private static final int MOST_ITEMS = 10_000;

    private final Actors actors;
    private final Reconciliations reconciliations;
    private final ReconciliationRows rows;
    private final ReconciliationTable table;
    private final Looks looks;
    private final Database database;
    private final Messages messages;
    private final CourtClock clock;

    ReconciliationResource(
            Actors actors,
            Reconciliations reconciliations,
            ReconciliationRows rows,
            ReconciliationTable table,
            Looks looks,
            Database database,
            Messages messages,
            CourtClock clock) {
        this.actors = actors;
        this.reconciliations = reconciliations;
        this.rows = rows;
        this.table = table;
        this.looks = looks;
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "reconcile",
            summary = "Statement against ledger, day by day",
            description =
                    "By the bank's day of the money. Without from and to: this month until today. At most 366 days."
                            + " The difference of a day is always the sum of its items, to the fen.")
    public Uni<ReconciliationView> days(
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Nullable LocalDate to,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        LocalDate last = last(to);
        LocalDate first = first(from, last);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> reconciliations.days(actor.courtId(), first, last))
                .map(days -> ReconciliationView.from(first, last, days, messages, locale));
    }

    @GET
    @Path("items")
    @Operation(
            operationId = "listReconciliationItems",
            summary = "What makes statement and ledger differ in the evening of a day, the oldest first",
            description = "Without on: today.")
    public Uni<Page<ReconciliationItemView>> items(
            @RestQuery @Nullable LocalDate on,
            @RestQuery @Nullable ItemKind kind,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int size = Page.limit(limit);
        ReconciliationRows.Place after = place(Cursor.parse(cursor));
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> rows.items(database.reading(), actor.courtId(), last(on), kind, after, size + 1)
                        .map(all -> Page.of(all, size, each -> Cursor.of(each.since() + "/" + each.kind(), each.key()))
                                .map(item -> ReconciliationItemView.from(item, actor, messages, locale)))
                        .call(page -> looks.atList(actor, "ledger.looked", null, uri, page)));
    }

    @GET
    @Path("export")
    @Produces({"text/csv", AccountResource.XLSX})
    @Operation(
            operationId = "exportReconciliation",
            summary = "The days as a file; a workbook also has the items of the last day",
            description = "format=csv (UTF-8 with BOM) or xlsx. No cell can be taken for a formula.")
    public Uni<Response> export(
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Nullable LocalDate to,
            @RestQuery @Nullable String format,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean xlsx = "xlsx".equals(format);
        if (format != null && !xlsx && !format.equals("csv")) {
            throw Refusal.field("format", format, "field.unknown");
        }
        LocalDate last = last(to);
        LocalDate first = first(from, last);
        Locale locale = Messages.locale(language);
        Executor request = RequestLoop.here();
        return actors.current()
                .chain(actor -> reconciliations
                        .days(actor.courtId(), first, last)
                        .chain(days -> rows.items(
                                        database.reading(),
                                        actor.courtId(),
                                        last,
                                        null,
                                        ReconciliationRows.Place.START,
                                        MOST_ITEMS)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(items -> xlsx ? table.workbook(days, items, locale) : table.csv(days, locale))
                                .emitOn(request)
                                .call(() -> looks.takes(actor, "ledger.exported", uri)
                                        .apply(days.size()))))
                .map(file -> Response.ok(file, xlsx ? AccountResource.XLSX : "text/csv; charset=utf-8")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"reconciliation." + (xlsx ? "xlsx" : "csv") + "\"")
                        .build());
    }

    private LocalDate last(@Nullable LocalDate asked) {
        return asked == null ? clock.today() : asked;
    }

    private static LocalDate first(@Nullable LocalDate asked, LocalDate last) {
        return asked == null ? last.withDayOfMonth(1) : asked;
    }

    private static ReconciliationRows.Place place(@Nullable Cursor cursor) {
        if (cursor == null) {
            return ReconciliationRows.Place.START;
        }
        String[] parts = cursor.value().split("/", 2);
        try {
            return new ReconciliationRows.Place(PlainValues.day(parts[0]), parts[1], cursor.uuid());
        } catch (DateTimeException | ArrayIndexOutOfBoundsException forged) {
            throw Refusal.field("cursor", null, "field.cursor");
        }
    }
}
