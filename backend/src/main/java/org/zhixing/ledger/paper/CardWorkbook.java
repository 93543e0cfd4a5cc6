package org.zhixing.ledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhixing.ledger.rules.AccountCard;
import org.zhixing.ledger.rules.CardLine;

/** The card as a workbook: amounts are numbers, everything else is text that is never run. */
@ApplicationScoped
public class CardWorkbook {
    private final CardWords words;

    CardWorkbook(CardWords words) {
        this.words = words;
    }

    public byte[] of(AccountCard card, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Zhixing", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.word("sheet", locale));
            int at = 0;
            sheet.value(at++, 0, card.heading().court() + " " + words.word("title", locale));
            for (String line : words.above(card, locale)) {
                sheet.value(at++, 0, line);
            }
            texts(sheet, at++, words.header(locale));
            for (CardLine line : card.lines()) {
                texts(sheet, at, words.cells(line, locale));
                number(
                        sheet,
                        at,
                        line.amount().signum() > 0 ? "in" : "out",
                        line.amount().abs());
                number(sheet, at, "balance", line.balance());
                at++;
            }
            texts(sheet, at, words.totals(card, locale));
            number(sheet, at, "in", card.totalIn());
            number(sheet, at, "out", card.totalOut());
            number(sheet, at, "balance", card.account().balance());
            sheet.value(at + 1, 0, words.made(card, locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void texts(Worksheet sheet, int at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(at, i, cells.get(i));
        }
    }

    private static void number(Worksheet sheet, int at, String column, BigDecimal amount) {
        int i = CardWords.COLUMNS.indexOf(column);
        sheet.value(at, i, amount);
        sheet.style(at, i).format("#,##0.00").set();
    }
}
