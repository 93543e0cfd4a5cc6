package org.zhixing.ledger.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.clock.rules.Suspension;
import org.zhixing.ledger.rules.Distribution;
import org.zhixing.ledger.rules.LateInterest;
import org.zhixing.platform.Refusal;

/** Reckons without changing anything: shares of several creditors, and interest for late performance. */
@Path("/api/v1")
@Tag(name = "funds")
@RolesAllowed({
    Roles.PRESIDENT,
    Roles.DIRECTOR,
    Roles.TEAM_LEADER,
    Roles.JUDGE,
    Roles.EXECUTOR,
    Roles.JUDGE_ASSISTANT,
    Roles.CLERK,
    Roles.FUNDS,
    Roles.AUDITOR
})
public class MoneyPreviewResource {
    private static final int LONGEST_YEARS = 60;

    /** A creditor with its claim. */
    @Schema(name = "Creditor")
    public record Creditor(
            @NotBlank @Size(max = 100) @Schema(examples = "王某")
            String name,

            @Schema(description = "CNY to the fen", examples = "300000.00") @Nullable
            String claim,

            @Schema(
                    description = "A lower rank is paid in full before the next gets anything; 1 if absent",
                    examples = "1")
            @Nullable
            Integer rank) {}

    /** What is to be shared among whom. */
    @Schema(name = "DistributionRequest")
    public record Shared(
            @Schema(description = "CNY to the fen", examples = "100000.00") @Nullable
            String amount,

            @NotEmpty @Size(max = 500) List<@NotNull @Valid Creditor> creditors) {}

    /** What one creditor gets. */
    @Schema(name = "DistributionShare")
    public record Share(
            String name,
            @Schema(examples = "300000.00") String claim,
            int rank,
            @Schema(examples = "33333.34") String amount,

            @Schema(description = "What of the claim stays open", examples = "266666.66")
            String open,

            @Schema(description = "Whether one of the fen that remained after rounding down is in it")
            boolean remainderFen) {}

    /** The shares, which add up to what is shared. */
    @Schema(name = "Distribution")
    public record Result(
            @Schema(examples = "100000.00") String distributed,

            @Schema(description = "What is left when all claims are met", examples = "0.00")
            String left,

            List<Share> shares) {}

    @POST
    @Path("distributions/preview")
    @Operation(
            operationId = "previewDistribution",
            summary = "Shares an amount among several creditors, pro rata to the fen",
            description =
                    "Rank by rank. Each share is rounded down; the fen that remain go one each to those who lost the"
                            + " largest part of a fen, of equals to the larger claim, then to the one named first.")
    public Result distribution(@NotNull @Valid Shared request) {
        BigDecimal pool = Amounts.read("amount", request.amount());
        List<Distribution.Creditor> creditors = new ArrayList<>();
        for (Creditor each : request.creditors()) {
            Integer rank = each.rank();
            creditors.add(new Distribution.Creditor(
                    each.name().strip(),
                    Amounts.read("creditors[" + creditors.size() + "].claim", each.claim()),
                    rank == null ? 1 : rank));
        }
        List<Distribution.Share> shares = Distribution.of(pool, creditors);
        BigDecimal distributed =
                shares.stream().map(Distribution.Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Result(
                Money.text(distributed),
                Money.text(pool.subtract(distributed)),
                shares.stream().map(MoneyPreviewResource::share).toList());
    }

    private static Share share(Distribution.Share share) {
        Distribution.Creditor creditor = share.creditor();
        return new Share(
                creditor.name(),
                Money.text(creditor.claim()),
                creditor.rank(),
                Money.text(share.amount()),
                Money.text(creditor.claim().subtract(share.amount())),
                share.remainderFen());
    }

    /** A part payment. */
    @Schema(name = "InterestPayment")
    public record Paid(
            @NotNull LocalDate on,
            @Schema(examples = "20000.00") @Nullable String amount) {}

    /** Days that are not counted. */
    @Schema(name = "InterestPeriodLeftOut")
    public record LeftOut(
            @NotNull @Schema(description = "The first day not counted")
            LocalDate from,

            @NotNull @Schema(description = "The first day counted again")
            LocalDate resume) {}

    /** What is owed, and since when. */
    @Schema(name = "InterestRequest")
    public record Debt(
            @Schema(description = "The debt of money without its ordinary interest, CNY", examples = "100000.00")
            @Nullable
            String principal,

            @NotNull
            @Schema(description = "The last day of the period for performance; interest runs from the day after")
            LocalDate periodEnd,

            @NotNull @Schema(description = "The day of payment, which is counted, or until when to count")
            LocalDate until,

            @Nullable @Size(max = 500) List<@NotNull @Valid Paid> payments,
            @Nullable @Size(max = 100) List<@NotNull @Valid LeftOut> leftOut) {}

    /** Days of one principal, both ends counted. */
    @Schema(name = "InterestSegment")
    public record Segment(
            LocalDate from,
            LocalDate to,
            @Schema(examples = "100000.00") String principal,
            @Schema(description = "Days counted") long days,
            @Schema(description = "Days left out") long leftOut,
            @Schema(examples = "17.50") String interest) {}

    /** The interest with all its days. */
    @Schema(name = "Interest")
    public record Interest(
            @Schema(description = "A day", examples = "0.000175")
            String rate,

            String clause,
            List<Segment> segments,
            long days,
            @Schema(examples = "17.50") String interest,

            @Schema(description = "Of the principal, at the end", examples = "100000.00")
            String stillOwed,

            @Schema(description = "Paid beyond the principal", examples = "0.00")
            String surplus) {}

    @POST
    @Path("interest/preview")
    @Operation(
            operationId = "previewInterest",
            summary = "Interest for late performance, 0.0175 % a day, with the days shown",
            description = "From the day after the period for performance to the day of payment. A payment reduces the"
                    + " principal from the next day on. Each segment is rounded half up to the fen at its end.")
    public Interest interest(@NotNull @Valid Debt request) {
        if (request.until().isAfter(request.periodEnd().plusYears(LONGEST_YEARS))) {
            throw Refusal.field("until", request.until(), "interest.until", LONGEST_YEARS);
        }
        List<LateInterest.Paid> payments = new ArrayList<>();
        for (Paid paid : request.payments() == null ? List.<Paid>of() : request.payments()) {
            if (paid.on().isAfter(request.until())) {
                throw Refusal.field("payments[" + payments.size() + "].on", paid.on(), "interest.paid-after");
            }
            payments.add(new LateInterest.Paid(
                    paid.on(), Amounts.positive("payments[" + payments.size() + "].amount", paid.amount())));
        }
        List<Suspension> leftOut = new ArrayList<>();
        for (LeftOut each : request.leftOut() == null ? List.<LeftOut>of() : request.leftOut()) {
            if (!each.resume().isAfter(each.from())) {
                throw Refusal.field(
                        "leftOut[" + leftOut.size() + "].resume", each.resume(), "deadline.resume", each.from());
            }
            leftOut.add(new Suspension(each.from(), each.resume()));
        }
        LateInterest.Reckoned reckoned = LateInterest.of(new LateInterest.Debt(
                Amounts.positive("principal", request.principal()),
                request.periodEnd(),
                request.until(),
                payments,
                leftOut));
        return new Interest(
                LateInterest.DAILY.toPlainString(),
                LateInterest.CLAUSE,
                reckoned.segments().stream()
                        .map(s -> new Segment(
                                s.from(),
                                s.to(),
                                Money.text(s.principal()),
                                s.days(),
                                s.leftOut(),
                                Money.text(s.interest())))
                        .toList(),
                reckoned.days(),
                Money.text(reckoned.interest()),
                Money.text(reckoned.stillOwed()),
                Money.text(reckoned.surplus()));
    }
}
