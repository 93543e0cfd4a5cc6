package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.platform.Messages;

/** Whoever is told no about money reads what stands against it, on which fact, and what to do instead, in either language. */
class MoneySentencesTest {
    private final Messages messages = new Messages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account-short",
                "month-closed",
                "reversed-already",
                "receipts-short",
                "receipt-in-use",
                "statement-file",
                "mapping-name",
                "suspense-claimed",
                "claim-undone",
                "match-undone",
                "receipt-claimed",
                "match-month-closed",
                "payee-not-yours",
                "payee-inactive",
                "payee-confirmed",
                "payee-own",
                "payee-not-party",
                "payee-repeated",
                "payee-not-active",
                "payee-unconfirmed",
                "disbursement-not-executor",
                "disbursement-stayed",
                "disbursement-over-free",
                "disbursement-not-awaiting",
                "disbursement-twice",
                "disbursement-not-applicant",
                "disbursement-office",
                "result-contradicts",
                "result-unknown",
                "result-file",
                "result-file-long",
                "table-unreadable",
                "account-masked",
                "case-funds-left",
                "month-not-over",
                "month-before-open",
                "month-closed-already",
                "month-unexplained",
                "payment-not-the-line",
                "line-settled",
                "line-open",
                "gap-noted-already",
                "import-checking",
                "import-failed",
                "role",
                "not-found",
                "invalid",
                "malformed",
                "stale",
                "if-match-missing",
                "idempotency-key-reused"
            })
    void areWhole(String code) {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(Stream.of("title", "detail", "fact", "remedy")
                            .map(part -> messages.find(
                                    Messages.PROBLEMS,
                                    code + "." + part,
                                    List.of("1", "2", "3", "4", "5", "6"),
                                    language)))
                    .as(code + " " + language)
                    .noneMatch(sentence -> sentence == null || sentence.isBlank() || sentence.contains("{"));
        }
    }
}
