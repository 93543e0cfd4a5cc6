package org.zhixing.ledger.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.BooksCheck;
import org.zhixing.ledger.rules.BooksReport;
import org.zhixing.ledger.rules.Finding;
import org.zhixing.ledger.rules.FindingKind;
import org.zhixing.platform.Messages;

/** What was proven, how much of it, and what is wrong. */
@Schema(name = "LedgerVerification")
public record VerificationView(
        @Schema(description = "True where nothing was found")
        boolean sound,

        Instant at,
        long milliseconds,
        long accounts,
        long transactions,
        long entries,
        List<Tally> proofs,

        @Schema(description = "The first hundred of each kind")
        List<FindingView> findings,

        @Schema(description = "The nightly looks, newest first")
        List<Nightly> nightly) {

    /** One proof, and how often it failed. */
    @Schema(name = "LedgerProof")
    public record Tally(FindingKind kind, String text, long findings) {}

    /** One thing that is wrong. */
    @Schema(name = "LedgerFinding")
    public record FindingView(
            FindingKind kind,
            String text,
            @Nullable UUID subjectId,
            @Nullable UUID caseId,
            @Nullable String caseNumber,

            @Schema(description = "What is written", examples = "100.00")
            String stored,

            @Schema(description = "What follows from the entries", examples = "99.99")
            String proven) {}

    /** A nightly look. */
    @Schema(name = "LedgerNightly")
    public record Nightly(LocalDate day, int findings, Instant at) {
        static Nightly from(BooksCheck check) {
            return new Nightly(check.day(), check.findings(), check.at());
        }
    }

    static VerificationView from(
            BooksReport report, List<BooksCheck> nightly, Instant at, long took, Messages messages, Locale locale) {
        List<Tally> proofs = Arrays.stream(FindingKind.values())
                .map(kind -> new Tally(
                        kind, text(kind, messages, locale), report.counts().getOrDefault(kind, 0L)))
                .toList();
        return new VerificationView(
                report.total() == 0,
                at,
                took,
                report.accounts(),
                report.transactions(),
                report.entries(),
                proofs,
                report.findings().stream()
                        .map(finding -> view(finding, messages, locale))
                        .toList(),
                nightly.stream().map(Nightly::from).toList());
    }

    private static FindingView view(Finding finding, Messages messages, Locale locale) {
        return new FindingView(
                finding.kind(),
                text(finding.kind(), messages, locale),
                finding.subjectId(),
                finding.caseId(),
                finding.caseNumber(),
                yuan(finding.stored()),
                yuan(finding.proven()));
    }

    private static String text(FindingKind kind, Messages messages, Locale locale) {
        return messages.text("messages/books", "FindingKind." + kind, locale);
    }

    private static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
