package org.zhixing.ledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.Reconciliation;
import org.zhixing.ledger.rules.ReconciliationItem;
import org.zhixing.platform.CsvText;
import org.zhixing.platform.Messages;

/** A reconciliation as a file: its days, and in a workbook what explains the last of them. */
@ApplicationScoped
public class ReconciliationTable {
    private static final List<String> DAYS = List.of(
            "day",
            "bankIn",
            "bankOut",
            "bankClosing",
            "ledgerIn",
            "ledgerOut",
            "ledgerClosing",
            "difference",
            "explained");
    private static final List<String> ITEMS = List.of("kind", "since", "amount", "serial", "party", "case", "note");

    private final Messages messages;

    ReconciliationTable(Messages messages) {
        this.messages = messages;
    }

    public byte[] csv(List<Reconciliation.Day> days, Locale locale) {
        StringBuilder text = new StringBuilder(CsvText.BYTE_ORDER_MARK).append(CsvText.line(words(DAYS, locale)));
        for (Reconciliation.Day day : days) {
            List<String> cells = new ArrayList<>(List.of(day.moves().day().toString()));
            figures(day).forEach(figure -> cells.add(figure.setScale(2).toPlainString()));
            cells.add(explained(day, locale));
            text.append(line(cells));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Figures as they are, minus signs too: what the ledger computes is no formula. */
    private static String line(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    public byte[] workbook(List<Reconciliation.Day> days, List<ReconciliationItem> items, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Zhixing", "1.0")) {
            days(workbook.newWorksheet(word("days", locale)), days, locale);
            items(workbook.newWorksheet(word("items", locale)), items, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void days(Worksheet sheet, List<Reconciliation.Day> days, Locale locale) {
        texts(sheet, 0, words(DAYS, locale));
        for (int i = 0; i < days.size(); i++) {
            Reconciliation.Day day = days.get(i);
            sheet.value(i + 1, 0, day.moves().day().toString());
            List<BigDecimal> figures = figures(day);
            for (int j = 0; j < figures.size(); j++) {
                number(sheet, i + 1, j + 1, figures.get(j));
            }
            sheet.value(i + 1, figures.size() + 1, explained(day, locale));
        }
    }

    private void items(Worksheet sheet, List<ReconciliationItem> items, Locale locale) {
        texts(sheet, 0, words(ITEMS, locale));
        for (int i = 0; i < items.size(); i++) {
            ReconciliationItem item = items.get(i);
            texts(
                    sheet,
                    i + 1,
                    List.of(
                            messages.text("messages/books", "ItemKind." + item.kind(), locale),
                            item.since().toString(),
                            "",
                            text(item.serial()),
                            text(item.party()),
                            text(item.caseNumber()),
                            text(item.note())));
            number(sheet, i + 1, ITEMS.indexOf("amount"), item.amount());
        }
    }

    private static List<BigDecimal> figures(Reconciliation.Day day) {
        Reconciliation.Moves moves = day.moves();
        return List.of(
                moves.bankIn(),
                moves.bankOut(),
                day.bankClosing(),
                moves.ledgerIn(),
                moves.ledgerOut(),
                day.ledgerClosing(),
                day.difference());
    }

    private String explained(Reconciliation.Day day, Locale locale) {
        return word(day.explained() ? "yes" : "no", locale);
    }

    private List<String> words(List<String> keys, Locale locale) {
        return keys.stream().map(key -> word(key, locale)).toList();
    }

    private String word(String key, Locale locale) {
        return messages.text("messages/books", "reconciliation." + key, locale);
    }

    private static void texts(Worksheet sheet, int at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(at, i, cells.get(i));
        }
    }

    private static void number(Worksheet sheet, int at, int column, BigDecimal amount) {
        sheet.value(at, column, amount);
        sheet.style(at, column).format("#,##0.00").set();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
