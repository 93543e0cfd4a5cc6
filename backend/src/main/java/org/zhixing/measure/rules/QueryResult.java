package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one institution said of one respondent on one day.
 *
 * @param number the case's, as it is stored
 * @param found false where the institution has nothing; then what follows says nothing either
 * @param description what was found, in words; null where the identifier has to do
 * @param identifier account, plate or certificate number
 * @param value in CNY; null while nobody knows it
 * @param disposable whether the sheet says that it can be disposed of
 */
public record QueryResult(
        String number,
        String respondent,
        CheckKind check,
        String institution,
        LocalDate queriedOn,
        AssetSource way,
        boolean found,
        @Nullable String description,
        @Nullable String identifier,
        @Nullable BigDecimal value,
        boolean disposable) {

    /** What tells a thing from another of its kind: its number, else its words. */
    public String identity() {
        return identity(identifier, description);
    }

    /** Blanks and the case of letters are nobody's number. */
    static String identity(@Nullable String identifier, @Nullable String description) {
        String text = identifier != null ? identifier : Objects.requireNonNullElse(description, "");
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Two lines with the same key are the same result; a digest, since it stands beside rows that more people see. */
    public String key() {
        String text = String.join(
                "\n", number, respondent, check.name(), institution, queriedOn.toString(), way.name(), identity());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
