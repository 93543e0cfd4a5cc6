package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.ClaimAmount;
import org.zhixing.cases.rules.CourtDate;
import org.zhixing.cases.rules.QueryColumn;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RowError;
import org.zhixing.cases.rules.RowReader;

/**
 * Checks rows of query results and names everything that is wrong with each. Whether the case is known and the respondent
 * its party is not seen here.
 *
 * @param today the court's date; nothing was queried after it
 */
public record QueryCheck(LocalDate today) {
    private static final int LONGEST = 200;

    /** What became of a row. */
    public sealed interface Outcome {}

    public record Good(QueryResult result) implements Outcome {}

    public record Bad(List<RowError> errors) implements Outcome {
        public Bad {
            errors = List.copyOf(errors);
        }
    }

    /** Checks one row, given by header. */
    public Outcome check(Map<String, String> values) {
        RowReader row = new RowReader(values);
        CaseNumber number = row.required(QueryColumn.NUMBER, CaseNumber::check);
        String respondent = row.required(QueryColumn.RESPONDENT, text -> RowReader.text(text, LONGEST));
        CheckKind kind = row.word(QueryColumn.CHECK, CheckKind::ofLabel, ReasonCode.CHECK_UNKNOWN);
        String institution = row.required(QueryColumn.INSTITUTION, text -> RowReader.text(text, LONGEST));
        LocalDate queriedOn = row.required(QueryColumn.QUERIED_ON, CourtDate::check);
        if (queriedOn != null && queriedOn.isAfter(today)) {
            row.wrong(QueryColumn.QUERIED_ON, ReasonCode.DATE_IN_FUTURE, today.toString());
        }
        Boolean found = row.word(QueryColumn.FOUND, QueryCheck::found, ReasonCode.FOUND_UNKNOWN);
        String description = row.optional(QueryColumn.DESCRIPTION, text -> RowReader.text(text, LONGEST));
        String identifier = row.optional(QueryColumn.IDENTIFIER, text -> RowReader.text(text, LONGEST));
        BigDecimal value = row.optional(QueryColumn.VALUE, ClaimAmount::check);
        boolean disposable = row.flag(QueryColumn.DISPOSABLE);
        AssetSource way = way(row);
        agree(row, found, disposable);
        if (!row.errors().isEmpty()
                || number == null
                || respondent == null
                || kind == null
                || institution == null
                || queriedOn == null
                || found == null) {
            return new Bad(row.errors());
        }
        return new Good(new QueryResult(
                number.text(),
                respondent,
                kind,
                institution,
                queriedOn,
                way,
                found,
                found ? description : null,
                found ? identifier : null,
                found ? value : null,
                disposable));
    }

    private static AssetSource way(RowReader row) {
        String cell = row.cell(QueryColumn.WAY);
        if (!cell.isEmpty() && !cell.equals("网络") && !cell.equals("线下")) {
            row.wrong(QueryColumn.WAY, ReasonCode.WAY_UNKNOWN);
        }
        return cell.equals("线下") ? AssetSource.OFFLINE_CHECK : AssetSource.ONLINE_CHECK;
    }

    /** What was found has a name or a number; where nothing was found there is none, no property and no other amount than zero. */
    private static void agree(RowReader row, @Nullable Boolean found, boolean disposable) {
        if (Boolean.TRUE.equals(found)
                && row.cell(QueryColumn.DESCRIPTION).isEmpty()
                && row.cell(QueryColumn.IDENTIFIER).isEmpty()) {
            row.wrong(QueryColumn.DESCRIPTION, ReasonCode.FOUND_WITHOUT_NAME);
        }
        if (Boolean.FALSE.equals(found)) {
            for (QueryColumn column : List.of(QueryColumn.DESCRIPTION, QueryColumn.IDENTIFIER)) {
                if (!row.cell(column).isEmpty()) {
                    row.wrong(column, ReasonCode.FOUND_DISAGREES);
                }
            }
            boolean nothing = ClaimAmount.check(row.cell(QueryColumn.VALUE))
                    .found()
                    .map(amount -> amount.signum() == 0)
                    .orElse(row.cell(QueryColumn.VALUE).isEmpty());
            if (!nothing) {
                row.wrong(QueryColumn.VALUE, ReasonCode.FOUND_DISAGREES);
            }
            if (disposable) {
                row.wrong(QueryColumn.DISPOSABLE, ReasonCode.FOUND_DISAGREES);
            }
        }
    }

    private static Optional<Boolean> found(String word) {
        return switch (word) {
            case "有" -> Optional.of(true);
            case "无" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
