package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Upload;
import org.zhixing.flow.SettlePayments;
import org.zhixing.ledger.Batches;
import org.zhixing.ledger.ResultFile;
import org.zhixing.ledger.rules.ResultOutcome;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** What the bank says of a batch's payments: as its file, or one by one. The same answer twice changes nothing. */
@Path("/api/v1/payment-batches/{id}")
@Tag(name = "funds")
public class PaymentResultResource {
    private final Actors actors;
    private final Batches batches;
    private final BatchViews views;
    private final SettlePayments settling;
    private final Messages messages;
    private final Database database;

    PaymentResultResource(
            Actors actors,
            Batches batches,
            BatchViews views,
            SettlePayments settling,
            Messages messages,
            Database database) {
        this.actors = actors;
        this.batches = batches;
        this.views = views;
        this.settling = settling;
        this.messages = messages;
        this.database = database;
    }

    @POST
    @Path("results")
    @RolesAllowed(Roles.FUNDS)
    @Operation(operationId = "enterPaymentResult", summary = "Enters what the bank says of one payment")
    @APIResponse(responseCode = "200", description = "Booked, or known already")
    @APIResponse(responseCode = "409", description = "It contradicts what is known")
    @APIResponse(responseCode = "422", description = "The batch has no such payment")
    public Uni<BatchRequests.Results> enter(
            @RestPath UUID id,
            @NotNull BatchRequests.One request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        var result = request.read();
        return actors.current().chain(actor -> settling.settleOne(actor, id, result, key)
                .chain(report -> results(actor, id, report, List.of(), Messages.locale(language))));
    }

    @POST
    @Path("result-file")
    @RolesAllowed(Roles.FUNDS)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadPaymentResults",
            summary = "Uploads the bank's file of results (CSV in UTF-8 or GB18030, or XLSX)",
            description = "Columns 付款编号, 结果, 交易日期, and where the bank gives them 金额, 原因, 银行流水号. Each line that"
                    + " is new and contradicts nothing is booked; the others are named and change nothing.")
    @APIResponse(responseCode = "200", description = "What became of every line")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "422", description = "No such table, or without the columns")
    public Uni<BatchRequests.Results> upload(
            @RestPath UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Upload upload = Upload.of("file", file);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> read(upload).chain(content -> settling.settle(actor, id, content.results(), key)
                        .chain(report -> results(actor, id, report, content.bad(), locale))));
    }

    private static Uni<ResultFile.Content> read(Upload upload) {
        return Uni.createFrom()
                .item(() -> ResultFile.read(upload.path()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<BatchRequests.Results> results(
            Actor actor, UUID id, SettlePayments.Report report, List<ResultFile.Bad> bad, Locale locale) {
        List<BatchRequests.Line> lines = Stream.concat(
                        report.lines().stream()
                                .map(said -> new BatchRequests.Line(
                                        said.line(),
                                        said.number(),
                                        said.outcome(),
                                        sentence(said.why(), List.of(), locale))),
                        bad.stream()
                                .map(each -> new BatchRequests.Line(
                                        each.line(),
                                        "",
                                        ResultOutcome.BAD,
                                        sentence(
                                                "result.unreadable",
                                                List.of(each.column().header()),
                                                locale))))
                .sorted(Comparator.comparing(BatchRequests.Line::line))
                .toList();
        return batches.find(database.reading(), actor.courtId(), id)
                .chain(batch -> views.view(actor, List.of(batch)))
                .map(shown -> new BatchRequests.Results(
                        shown.get(0),
                        count(lines, ResultOutcome.PAID),
                        count(lines, ResultOutcome.BOUNCED),
                        count(lines, ResultOutcome.SAME),
                        count(lines, ResultOutcome.CONFLICT)
                                + count(lines, ResultOutcome.UNKNOWN)
                                + count(lines, ResultOutcome.BAD),
                        lines));
    }

    private @Nullable String sentence(@Nullable String key, List<String> params, Locale locale) {
        return key == null ? null : messages.get(Messages.PROBLEMS, key, params, locale);
    }

    private static long count(List<BatchRequests.Line> lines, ResultOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
