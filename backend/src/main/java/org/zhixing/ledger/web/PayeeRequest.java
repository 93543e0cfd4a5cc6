package org.zhixing.ledger.web;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.WritePayee;
import org.zhixing.ledger.rules.PayeeKind;
import org.zhixing.platform.CsvText;
import org.zhixing.platform.Refusal;

/** Whom money of a case may go to. */
@Schema(name = "PayeeRequest")
public record PayeeRequest(
        @Nullable PayeeKind kind,

        @Schema(description = "Of an applicant or a respondent: as the case names the party", examples = "王某") @Nullable
        String name,

        @Schema(description = "Not for a fee", examples = "中国工商银行安阳分行") @Nullable
        String bankName,

        @Schema(
                description = "Digits; spaces and hyphens are left out. Not for a fee",
                examples = "6222020200001230123")
        @Nullable
        String accountNumber) {
    private static final int LONGEST = 100;
    private static final Pattern ACCOUNT = Pattern.compile("\\d{8,32}");

    WritePayee.Wish wish() {
        if (kind == null) {
            throw Refusal.field("kind", null, "field.required");
        }
        String who = text("name", name);
        if (!kind.byBank()) {
            if (bankName != null || accountNumber != null) {
                throw Refusal.field("accountNumber", null, "payee.fee-account");
            }
            return new WritePayee.Wish(kind, who, null, null);
        }
        String number = text("accountNumber", accountNumber).replaceAll("[\\s-]", "");
        if (!ACCOUNT.matcher(number).matches()) {
            throw Refusal.field("accountNumber", accountNumber, "payee.account");
        }
        return new WritePayee.Wish(kind, who, text("bankName", bankName), number);
    }

    /** Such as a bank's program takes as it stands: no control characters, nothing that a table runs as a formula. */
    private static String text(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Refusal.field(field, null, "field.required");
        }
        String text = given.strip();
        if (text.length() > LONGEST) {
            throw Refusal.field(field, null, "field.length", LONGEST);
        }
        if (text.chars().anyMatch(Character::isISOControl)
                || !CsvText.harmless(text).equals(text)) {
            throw Refusal.field(field, text, "payee.characters");
        }
        return text;
    }
}
