package org.zhixing.ledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Masking;
import org.zhixing.ledger.rules.AccountCard;
import org.zhixing.ledger.rules.CardLine;
import org.zhixing.ledger.rules.CaseAccount;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Messages;

/** The words of a card, the same on paper and in a workbook. Account numbers are masked: a paper goes from hand to hand. */
@ApplicationScoped
public class CardWords {
    static final List<String> COLUMNS =
            List.of("bookedOn", "valueOn", "kind", "party", "partyAccount", "reference", "in", "out", "balance");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CourtClock.SHANGHAI);

    private final Messages messages;

    CardWords(Messages messages) {
        this.messages = messages;
    }

    String word(String key, Locale locale) {
        return messages.text("messages/books", "card." + key, locale);
    }

    List<String> header(Locale locale) {
        return COLUMNS.stream().map(column -> word(column, locale)).toList();
    }

    List<String> cells(CardLine line, Locale locale) {
        BigDecimal amount = line.amount();
        return List.of(
                line.bookedOn().toString(),
                line.valueOn().toString(),
                messages.text("messages/books", "TransactionKind." + line.kind(), locale) + " " + line.memo(),
                text(line.party()),
                text(Masking.bankAccount(line.partyAccount())),
                text(line.reference()),
                amount.signum() > 0 ? yuan(amount) : "",
                amount.signum() < 0 ? yuan(amount.negate()) : "",
                yuan(line.balance()));
    }

    List<String> totals(AccountCard card, Locale locale) {
        return List.of(
                word("total", locale),
                "",
                "",
                "",
                "",
                "",
                yuan(card.totalIn()),
                yuan(card.totalOut()),
                yuan(card.account().balance()));
    }

    /** What stands above the table, line by line. */
    List<String> above(AccountCard card, Locale locale) {
        AccountCard.Heading heading = card.heading();
        CaseAccount account = card.account();
        return List.of(
                fact("caseNumber", heading.caseNumber(), locale) + "    " + fact("cause", heading.cause(), locale)
                        + "    " + fact("virtualNumber", account.virtualNumber(), locale),
                fact("applicants", heading.applicants(), locale) + "    "
                        + fact("respondents", heading.respondents(), locale),
                fact("received", yuan(account.money().received()), locale) + "    "
                        + fact("paid", yuan(account.money().paid()), locale) + "    "
                        + fact("inTransit", yuan(account.money().inTransit()), locale) + "    "
                        + fact("reserved", yuan(account.money().reserved()), locale) + "    "
                        + fact("free", yuan(account.free()), locale));
    }

    String made(AccountCard card, Locale locale) {
        return fact("madeBy", card.madeBy(), locale) + "    " + fact("madeAt", minute(card.madeAt()), locale);
    }

    private String fact(String key, String value, Locale locale) {
        return word(key, locale) + value;
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
