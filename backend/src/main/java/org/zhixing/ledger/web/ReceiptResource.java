package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.audit.Looks;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.flow.UndoMatch;
import org.zhixing.ledger.store.ReceiptFilter;
import org.zhixing.ledger.store.ReceiptList;
import org.zhixing.platform.Asked;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.ListExport;
import org.zhixing.platform.Messages;
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
    private static final String WORDS = "messages/books";
    private static final List<String> COLUMNS = List.of(
            "case",
            "receivedOn",
            "party",
            "partyAccount",
            "remark",
            "serial",
            "amount",
            "reserved",
            "paid",
            "left",
            "status",
            "state",
            "dueOn");

    private final Actors actors;
    private final ReceiptList list;
    private final ReceiptViews views;
    private final UndoMatch undoMatch;
    private final ListExport export;
    private final Looks looks;
    private final Database database;
    private final CourtClock clock;

    ReceiptResource(
            Actors actors,
            ReceiptList list,
            ReceiptViews views,
            UndoMatch undoMatch,
            ListExport export,
            Looks looks,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.list = list;
        this.views = views;
        this.undoMatch = undoMatch;
        this.export = export;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listReceipts", summary = "Receipts within sight, the oldest first")
    public Uni<Page<ReceiptView>> list(
            @RestQuery @Parameter(description = "Those of one case") @Nullable String caseId,
            @RestQuery @Parameter(description = "True: those that are not paid out in full") @Nullable Boolean waiting,
            @RestQuery @Parameter(description = "Those whose time is in that state today") @Nullable NodeState state,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        ReceiptFilter filter = filter(caseId, waiting, state);
        return actors.current().chain(actor -> page(actor, filter, after, size)
                .call(page -> looks.atList(actor, "receipt.looked", filter.caseId(), uri, page)));
    }

    @GET
    @Path("/export")
    @Produces({"text/csv", AccountResource.XLSX})
    @Operation(
            operationId = "exportReceipts",
            summary = "The receipts as a file: same filters and order, every page",
            description = "format=csv (UTF-8 with BOM) or xlsx. No cell can be taken for a formula.")
    public Uni<Response> export(
            @RestQuery @Parameter(description = "Those of one case") @Nullable String caseId,
            @RestQuery @Parameter(description = "True: those that are not paid out in full") @Nullable Boolean waiting,
            @RestQuery @Parameter(description = "Those whose time is in that state today") @Nullable NodeState state,
            @RestQuery @Nullable String format,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean xlsx = ListExport.xlsx(format);
        ReceiptFilter filter = filter(caseId, waiting, state);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> export.response(
                        new ListExport.Table(
                                "receipts", WORDS, COLUMNS, after -> page(actor, filter, after, Page.MAX_LIMIT)
                                        .map(page -> page.map(view -> row(view, locale)))),
                        xlsx,
                        locale,
                        looks.takes(actor, "receipt.exported", uri)));
    }

    private ReceiptFilter filter(@Nullable String caseId, @Nullable Boolean waiting, @Nullable NodeState state) {
        return new ReceiptFilter(Asked.uuid("caseId", caseId), Boolean.TRUE.equals(waiting), state, clock.today());
    }

    private Uni<Page<ReceiptView>> page(Actor actor, ReceiptFilter filter, @Nullable Cursor after, int size) {
        return list.list(database.reading(), actor.courtId(), Visibility.ofCases(actor), filter, after, size)
                .chain(page -> views.of(actor, page.items()).map(items -> new Page<>(items, page.next())));
    }

    private List<Object> row(ReceiptView view, Locale locale) {
        ReceiptView.Clock clock = view.clock();
        BankLineView line = view.line();
        return List.of(
                view.caseNumber(),
                view.receivedOn().toString(),
                text(line.party()),
                text(line.partyAccount()),
                text(line.remark()),
                line.serial(),
                new BigDecimal(view.amount()),
                new BigDecimal(view.reserved()),
                new BigDecimal(view.paid()),
                new BigDecimal(view.left()),
                export.word(WORDS, view.status(), locale),
                clock == null ? "" : export.word(WORDS, clock.state(), locale),
                clock == null ? "" : text(clock.dueOn()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Why a match is undone. */
    @Schema(name = "MatchReversalRequest")
    public record ReversalRequest(
            @NotBlank @Size(max = 500) @Schema(examples = "付款人误填虚拟账号，应为另案款项。")
            String reason) {}

    @POST
    @Path("/{id}/reversal")
    @RolesAllowed(Roles.FUNDS)
    @Operation(
            operationId = "undoMatch",
            summary = "Takes back money that its virtual number or its remark sent to the wrong case",
            description = "By a reversal; the money waits in suspense, and the node that watched it is cancelled.")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "404", description = "Not there")
    @APIResponse(responseCode = "409", description = "Undone already")
    @APIResponse(responseCode = "412", description = "It has changed since If-Match")
    @APIResponse(
            responseCode = "422",
            description = "It came by a claim, some of it is applied for or paid, or its month is closed")
    public Uni<RestResponse<ReceiptView>> undo(
            @RestPath UUID id,
            @Valid @NotNull ReversalRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = new UndoMatch.Wish(request.reason(), Versions.required(ifMatch));
        return actors.current()
                .chain(actor -> undoMatch.undo(actor, id, wish, key))
                .chain(() -> get(id));
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
