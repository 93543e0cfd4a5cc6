package org.zhixing.ledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.ledger.rules.ItemKind;
import org.zhixing.ledger.rules.Reconciliation;
import org.zhixing.platform.Messages;

/** Statement against ledger, day by day. */
@Schema(name = "Reconciliation")
public record ReconciliationView(LocalDate from, LocalDate to, List<Day> days) {

    /** One day; the difference is the sum of its items, always. */
    @Schema(name = "ReconciliationDay")
    public record Day(
            LocalDate day,
            @Schema(examples = "100.00") String bankIn,
            @Schema(examples = "0.00") String bankOut,

            @Schema(description = "What lay at the bank in the evening, by the statement", examples = "100.00")
            String bankClosing,

            @Schema(examples = "100.00") String ledgerIn,
            @Schema(examples = "0.00") String ledgerOut,
            @Schema(examples = "100.00") String ledgerClosing,

            @Schema(description = "The statement's less the ledger's", examples = "0.00")
            String difference,

            @Schema(description = "Whether nothing of it is left for a person to settle")
            boolean explained,

            List<Sum> items) {}

    /** All items of a kind on a day. */
    @Schema(name = "ReconciliationSum")
    public record Sum(ItemKind kind, String text, int items, String amount) {}

    static ReconciliationView from(
            LocalDate from, LocalDate to, List<Reconciliation.Day> days, Messages messages, Locale locale) {
        return new ReconciliationView(
                from, to, days.stream().map(day -> day(day, messages, locale)).toList());
    }

    private static Day day(Reconciliation.Day day, Messages messages, Locale locale) {
        Reconciliation.Moves moves = day.moves();
        return new Day(
                moves.day(),
                yuan(moves.bankIn()),
                yuan(moves.bankOut()),
                yuan(day.bankClosing()),
                yuan(moves.ledgerIn()),
                yuan(moves.ledgerOut()),
                yuan(day.ledgerClosing()),
                yuan(day.difference()),
                day.explained(),
                day.items().entrySet().stream()
                        .map(each -> new Sum(
                                each.getKey(),
                                messages.text("messages/books", "ItemKind." + each.getKey(), locale),
                                each.getValue().items(),
                                yuan(each.getValue().amount())))
                        .toList());
    }

    static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
