package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Logins;
import org.zhixing.access.Roles;
import org.zhixing.audit.Entry;
import org.zhixing.audit.Looks;
import org.zhixing.flow.HandOutBatch;
import org.zhixing.flow.OrderPayments;
import org.zhixing.ledger.Batches;
import org.zhixing.ledger.rules.BankFile;
import org.zhixing.ledger.rules.BatchStatus;
import org.zhixing.ledger.rules.DisbursementPermits;
import org.zhixing.platform.Clause;
import org.zhixing.platform.CsvText;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versions;
import org.zhixing.signing.FreshLogin;
import org.zhixing.signing.rules.Signature;

/** Orders to the bank: made of approved disbursements, handed out as a file. */
@Path("/api/v1/payment-batches")
@Tag(name = "funds")
public class PaymentBatchResource {
    private final Actors actors;
    private final Logins logins;
    private final Batches batches;
    private final BatchViews views;
    private final OrderPayments ordering;
    private final HandOutBatch handingOut;
    private final Looks looks;
    private final Database database;

    PaymentBatchResource(
            Actors actors,
            Logins logins,
            Batches batches,
            BatchViews views,
            OrderPayments ordering,
            HandOutBatch handingOut,
            Looks looks,
            Database database) {
        this.actors = actors;
        this.logins = logins;
        this.batches = batches;
        this.views = views;
        this.ordering = ordering;
        this.handingOut = handingOut;
        this.looks = looks;
        this.database = database;
    }

    @POST
    @RolesAllowed(Roles.FUNDS)
    @Clause(DisbursementPermits.OFFICES)
    @Operation(
            operationId = "makePaymentBatch",
            summary = "The funds desk orders the bank to pay approved disbursements: all of them or none",
            description = "The money leaves the cases' accounts at once; fees are paid by it.")
    @APIResponse(
            responseCode = "201",
            description = "Ordered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchView.Detail.class)))
    @APIResponse(
            responseCode = "403",
            description = "The person took another step of one of them, or the login is too old to pay with: step-up")
    @APIResponse(responseCode = "404", description = "One of them is not there")
    @APIResponse(responseCode = "409", description = "One of them is not approved, or ordered already")
    @APIResponse(responseCode = "422", description = "A case is stayed, or a payee may not be paid any more")
    public Uni<RestResponse<BatchView.Detail>> make(
            @NotNull @Valid BatchRequests.Make request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = new OrderPayments.Wish(request.disbursementIds());
        Signature.Login login = FreshLogin.proof(logins.current());
        return actors.current()
                .chain(actor -> ordering.order(actor, wish, login, key).chain(made -> views.detail(actor, made)))
                .map(detail -> RestResponse.ResponseBuilder.<BatchView.Detail>created(URI.create(
                                "/api/v1/payment-batches/" + detail.batch().id()))
                        .header("ETag", Versions.etag(detail.batch().version()))
                        .entity(detail)
                        .build());
    }

    @GET
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "listPaymentBatches", summary = "The court's batches, newest first")
    public Uni<Page<BatchView>> list(
            @RestQuery @Nullable BatchStatus status,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> batches.list(database.reading(), actor.courtId(), status, after, size)
                .chain(page -> views.view(actor, page.items()).map(items -> new Page<>(items, page.next())))
                .call(page -> looks.atList(actor, "payment-batch.looked", null, uri, page)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "getPaymentBatch", summary = "A batch with its payments; its version is the ETag")
    @APIResponse(responseCode = "200", description = "The batch")
    @APIResponse(responseCode = "404", description = "Not there")
    public Uni<RestResponse<BatchView.Detail>> get(@RestPath UUID id) {
        return actors.current()
                .chain(actor -> views.detail(actor, id)
                        .call(detail -> looks.at(
                                actor,
                                new Entry(
                                        "payment-batch.looked",
                                        null,
                                        id,
                                        Map.of("filter", detail.batch().number())))))
                .map(detail -> RestResponse.ResponseBuilder.ok(detail)
                        .header("ETag", Versions.etag(detail.batch().version()))
                        .build());
    }

    @GET
    @Path("{id}/file")
    @RolesAllowed(Roles.FUNDS)
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "downloadPaymentBatch",
            summary = "The file for the bank: one line a payment, fees left out",
            description = "CSV in UTF-8. Each download is in the audit trail, for the accounts stand in it in full.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "Not there")
    public Uni<Response> file(@RestPath UUID id) {
        return actors.current()
                .chain(actor -> views.whole(actor, id)
                        .call(whole -> handingOut.handedOut(actor, whole.batch(), whole.accounts())))
                .map(whole -> {
                    String lines = BankFile.rows(whole.payments().stream()
                                    .map(payment -> new BankFile.Item(
                                            payment, whole.of(payment).ofCase().number()))
                                    .toList())
                            .stream()
                            .map(CsvText::line)
                            .collect(Collectors.joining());
                    return Response.ok(CsvText.BYTE_ORDER_MARK + lines, "text/csv; charset=utf-8")
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "attachment; filename=\"" + whole.batch().number() + ".csv\"")
                            .build();
                });
    }
}
