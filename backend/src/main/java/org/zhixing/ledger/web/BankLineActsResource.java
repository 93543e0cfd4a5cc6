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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.SettleBankLine;
import org.zhixing.flow.SettleBankLine.Settled;
import org.zhixing.flow.SettleBankLine.Wish;
import org.zhixing.ledger.MoneyOut;
import org.zhixing.ledger.store.MoneyOutRows;
import org.zhixing.platform.Database;

/** Settling what the statement has and the ledger does not. */
@Path("/api/v1/bank-lines/{id}")
@Tag(name = "ledger")
@RolesAllowed(Roles.FUNDS)
public class BankLineActsResource {
    private final Actors actors;
    private final MoneyOut moneyOut;
    private final SettleBankLine settle;
    private final Database database;

    BankLineActsResource(Actors actors, MoneyOut moneyOut, SettleBankLine settle, Database database) {
        this.actors = actors;
        this.moneyOut = moneyOut;
        this.settle = settle;
        this.database = database;
    }

    /** Why. */
    @Schema(name = "BankLineReason")
    public record LineReason(@NotBlank @Size(max = 500) String reason) {}

    /** Which payment it was. */
    @Schema(name = "BankLinePayment")
    public record LinePayment(@NotNull UUID paymentId) {}

    /** The line that was settled. */
    @Schema(name = "SettledBankLine")
    public record SettledLine(UUID lineId) {}

    /** A payment that a line may be. */
    @Schema(name = "BankLineCandidate")
    public record CandidateView(
            UUID paymentId,
            String number,
            UUID caseId,
            String caseNumber,
            String payee,
            @Schema(examples = "100.00") String amount,
            LocalDate settledOn) {
        static CandidateView from(MoneyOutRows.Candidate c) {
            return new CandidateView(
                    c.id(),
                    c.number(),
                    c.caseId(),
                    c.caseNumber(),
                    c.payee(),
                    ReconciliationView.yuan(c.amount()),
                    c.settledOn());
        }
    }

    @GET
    @Path("candidates")
    @Operation(
            operationId = "listBankLineCandidates",
            summary = "Payments that a line of money out may be, the nearest day first",
            description = "Of the same amount, paid, and no other line's. At most 50.")
    public Uni<List<CandidateView>> candidates(@RestPath UUID id) {
        return actors.current()
                .chain(actor -> moneyOut.candidates(database.reading(), actor.courtId(), id))
                .map(all -> all.stream().map(CandidateView::from).toList());
    }

    @POST
    @Path("payment")
    @Operation(operationId = "linkBankLine", summary = "Tie a line of money out to the payment it was")
    public Uni<SettledLine> link(
            @RestPath UUID id, @NotNull @Valid LinePayment wish, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, key, asked -> settle.link(asked, wish.paymentId()));
    }

    @POST
    @Path("charge")
    @Operation(
            operationId = "chargeBankLine",
            summary = "Book a line of money out as a bank charge, out of the court's fees",
            description = "422 where the fees do not hold that much.")
    public Uni<SettledLine> charge(
            @RestPath UUID id, @NotNull @Valid LineReason wish, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, key, asked -> settle.charge(asked, wish.reason()));
    }

    @POST
    @Path("reopening")
    @Operation(
            operationId = "reopenBankLine",
            summary = "Undo how a line of money out was settled: a link is taken away, a charge is reversed")
    public Uni<SettledLine> reopen(
            @RestPath UUID id, @NotNull @Valid LineReason wish, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, key, asked -> settle.undo(asked, wish.reason()));
    }

    @POST
    @Path("note")
    @Operation(
            operationId = "noteBankGap",
            summary = "Say what a jump of the statement's balance at that line is",
            description = "404 where the statement does not jump there.")
    public Uni<SettledLine> note(
            @RestPath UUID id, @NotNull @Valid LineReason wish, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, key, asked -> settle.note(asked, wish.reason()));
    }

    private Uni<SettledLine> act(UUID id, @Nullable String key, Function<Wish, Uni<Settled>> act) {
        return actors.current()
                .chain(actor -> act.apply(new Wish(actor, id, key)))
                .map(settled -> new SettledLine(settled.lineId()));
    }
}
