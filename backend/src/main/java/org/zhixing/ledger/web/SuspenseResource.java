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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
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
import org.zhixing.audit.Looks;
import org.zhixing.flow.ClaimSuspense;
import org.zhixing.ledger.store.SuspenseList;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.ListExport;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;

/** Money of nobody yet (不明款): listed with suggestions, claimed for a case, and given back where that was wrong. */
@Path("/api/v1/suspense")
@Tag(name = "suspense")
public class SuspenseResource {
    private static final String WORDS = "messages/books";
    private static final List<String> COLUMNS =
            List.of("receivedOn", "ageDays", "amount", "party", "partyAccount", "remark", "serial", "why", "case");
    private static final int[] LAST_AGES = {7, 30, 90};

    private final Actors actors;
    private final SuspenseList list;
    private final SuspenseViews views;
    private final ClaimSuspense claim;
    private final ListExport export;
    private final Looks looks;
    private final Database database;
    private final CourtClock clock;

    SuspenseResource(
            Actors actors,
            SuspenseList list,
            SuspenseViews views,
            ClaimSuspense claim,
            ListExport export,
            Looks looks,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.list = list;
        this.views = views;
        this.claim = claim;
        this.export = export;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    /** For which case, and why. */
    @Schema(name = "SuspenseClaimRequest")
    public record ClaimRequest(
            @NotNull UUID caseId,

            @NotBlank @Size(max = 500) @Schema(examples = "与付款人电话核实，系本案被执行人还款。")
            String reason) {}

    /** Why a claim is undone. */
    @Schema(name = "SuspenseReversalRequest")
    public record ReversalRequest(
            @NotBlank @Size(max = 500) @Schema(examples = "付款人来院说明，应为另案款项。")
            String reason) {}

    @GET
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "listSuspense", summary = "Money of nobody, the oldest first, with suggestions")
    public Uni<Page<SuspenseView>> list(
            @RestQuery @Parameter(description = "True: what was claimed; false, or not said: what waits") @Nullable
                    Boolean claimed,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> list.list(
                        database.reading(), actor.courtId(), Boolean.TRUE.equals(claimed), after, size)
                .chain(page -> views.of(actor, page.items()).map(items -> new Page<>(items, page.next())))
                .call(page -> looks.atList(actor, "suspense.looked", null, uri, page)));
    }

    @GET
    @Path("/export")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Produces({"text/csv", AccountResource.XLSX})
    @Operation(
            operationId = "exportSuspense",
            summary = "Money of nobody as a file: same filter and order, every page",
            description = "format=csv (UTF-8 with BOM) or xlsx. No cell can be taken for a formula.")
    public Uni<Response> export(
            @RestQuery @Parameter(description = "True: what was claimed; false, or not said: what waits") @Nullable
                    Boolean claimed,
            @RestQuery @Nullable String format,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean xlsx = ListExport.xlsx(format);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> export.response(
                        new ListExport.Table("suspense", WORDS, COLUMNS, after -> list.list(
                                        database.reading(),
                                        actor.courtId(),
                                        Boolean.TRUE.equals(claimed),
                                        after,
                                        Page.MAX_LIMIT)
                                .chain(page -> views.of(actor, page.items())
                                        .map(items -> new Page<>(items, page.next()).map(view -> row(view, locale))))),
                        xlsx,
                        locale,
                        looks.takes(actor, "suspense.exported", uri)));
    }

    private List<Object> row(SuspenseView view, Locale locale) {
        BankLineView line = view.line();
        return List.of(
                view.receivedOn().toString(),
                Integer.toString(view.ageDays()),
                new BigDecimal(view.amount()),
                text(line.party()),
                text(line.partyAccount()),
                text(line.remark()),
                line.serial(),
                export.word(WORDS, line.why(), locale),
                text(view.caseNumber()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @GET
    @Path("/ageing")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "suspenseAgeing", summary = "How much waits how long; the target is nothing")
    public Uni<List<SuspenseView.Age>> ageing() {
        return actors.current()
                .chain(actor -> list.ageing(database.reading(), actor.courtId(), clock.today()))
                .map(ages -> ages.stream().map(SuspenseResource::age).toList());
    }

    private static SuspenseView.Age age(SuspenseList.Age age) {
        int bucket = age.bucket();
        return new SuspenseView.Age(
                bucket == 0 ? 0 : LAST_AGES[bucket - 1] + 1,
                bucket < LAST_AGES.length ? LAST_AGES[bucket] : null,
                age.items(),
                Money.text(age.amount()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "getSuspense", summary = "One of them with its claims; its version is the ETag")
    public Uni<RestResponse<SuspenseView>> get(@RestPath UUID id) {
        return actors.current().chain(actor -> answer(actor, id, 200));
    }

    private Uni<RestResponse<SuspenseView>> answer(Actor actor, UUID id, int status) {
        return list.find(database.reading(), actor.courtId(), id)
                .chain(found -> views.of(actor, found))
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound))
                .map(view -> RestResponse.ResponseBuilder.<SuspenseView>create(status)
                        .location(URI.create("/api/v1/suspense/" + id))
                        .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                        .entity(view)
                        .build());
    }

    @POST
    @Path("/{id}/claims")
    @RolesAllowed(Roles.FUNDS)
    @Operation(operationId = "claimSuspense", summary = "Claims the money for a case, with the reason")
    @APIResponse(
            responseCode = "201",
            description = "Claimed: it is on the case's account, and its time to be paid out runs",
            content = @Content(schema = @Schema(implementation = SuspenseView.class)))
    @APIResponse(responseCode = "409", description = "Claimed already")
    public Uni<RestResponse<SuspenseView>> claim(
            @RestPath UUID id,
            @Valid @NotNull ClaimRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = new ClaimSuspense.Wish(request.caseId(), request.reason());
        return actors.current().chain(actor -> claim.claim(actor, id, wish, key).chain(made -> answer(actor, id, 201)));
    }

    @POST
    @Path("/{id}/claims/{claim}/reversal")
    @RolesAllowed(Roles.FUNDS)
    @Operation(
            operationId = "undoClaim",
            summary = "Undoes a claim by a reversal, while nothing of the money was applied for")
    @APIResponse(responseCode = "200", description = "Nobody's again")
    @APIResponse(responseCode = "409", description = "Undone already")
    @APIResponse(responseCode = "422", description = "Some of it is applied for or paid out")
    public Uni<RestResponse<SuspenseView>> undo(
            @RestPath UUID id,
            @RestPath("claim") UUID claimId,
            @Valid @NotNull ReversalRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current().chain(actor -> claim.undo(actor, id, claimId, request.reason(), key)
                .chain(() -> answer(actor, id, 200)));
    }
}
