package org.zhixing.ledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.zhixing.ledger.rules.AccountCard;
import org.zhixing.ledger.rules.CardLine;
import org.zhixing.platform.paper.TablePaper;

/** The card on A4 paper, across; the table's head on every page, totals at its end, page numbers once all pages are there. */
@ApplicationScoped
public class CardPdf {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final PDRectangle A4_ACROSS = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float[] WIDTHS = {56, 56, 140, 96, 104, 104, 71, 71, 72};

    private final CardWords words;

    CardPdf(CardWords words) {
        this.words = words;
    }

    public byte[] pages(AccountCard card) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = new TablePaper(document, A4_ACROSS, WIDTHS, CardWords.COLUMNS.indexOf("in"));
            sheet.begin(card.heading().court() + words.word("title", CHINESE), words.above(card, CHINESE));
            sheet.header(words.header(CHINESE));
            for (CardLine line : card.lines()) {
                sheet.row(words.cells(line, CHINESE), false);
            }
            sheet.row(words.totals(card, CHINESE), true);
            // Which case, who made it and when, and which page of how many.
            sheet.end(card.heading().caseNumber() + "    " + words.made(card, CHINESE), words.word("page", CHINESE));
            document.getDocumentInformation().setTitle(card.heading().caseNumber() + words.word("title", CHINESE));
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
