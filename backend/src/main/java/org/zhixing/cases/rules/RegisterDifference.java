package org.zhixing.cases.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which columns a stored case and a row of the register differ. The handlers' names are not compared: they are a wish
 * when a case is filed, and the court moves cases afterwards. Nor is where parties are found: the court learns better, and
 * what it has learnt is shown to few.
 */
public final class RegisterDifference {

    private RegisterDifference() {}

    public static List<RowConflict> between(RegisterRow stored, RegisterRow given) {
        List<RowConflict> found = new ArrayList<>();
        for (RegisterColumn column : RegisterColumn.values()) {
            String then = text(stored, column);
            String now = text(given, column);
            if (!then.equals(now)) {
                found.add(new RowConflict(column.header(), then, now));
            }
        }
        return found;
    }

    private static String text(RegisterRow row, RegisterColumn column) {
        return switch (column) {
            case NUMBER -> row.number().text();
            case KIND -> row.kind().label();
            case FILED_ON -> row.filedOn().toString();
            case CAUSE -> row.cause();
            case CLAIM_AMOUNT -> amount(row.claimAmount());
            case MATTER -> row.matter().label();
            case APPLICANT -> names(row, PartyRole.APPLICANT);
            case APPLICANT_KIND -> kinds(row, PartyRole.APPLICANT);
            case RESPONDENT -> names(row, PartyRole.RESPONDENT);
            case RESPONDENT_KIND -> kinds(row, PartyRole.RESPONDENT);
            case PRESERVED -> flag(row.preserved());
            case FOUR_CHECKS_SUFFICIENT -> flag(row.fourChecksSufficient());
            case AUCTION_NEEDED -> flag(row.auctionNeeded());
            case REFUSAL_OR_CRIMINAL -> flag(row.refusalOrCriminal());
            case FIRST_FILED_ON -> date(row.firstFiledOn());
            case JUDGE, EXECUTOR, APPLICANT_PHONE, APPLICANT_ADDRESS, RESPONDENT_PHONE, RESPONDENT_ADDRESS -> "";
        };
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.setScale(2).toPlainString();
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String flag(boolean flag) {
        return flag ? "是" : "否";
    }

    private static String names(RegisterRow row, PartyRole role) {
        return row.parties().stream()
                .filter(p -> p.role() == role)
                .map(NamedParty::name)
                .collect(Collectors.joining("、"));
    }

    private static String kinds(RegisterRow row, PartyRole role) {
        return row.parties().stream()
                .filter(p -> p.role() == role)
                .map(p -> p.kind().label())
                .collect(Collectors.joining("、"));
    }
}
