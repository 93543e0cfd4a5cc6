package org.zhixing.ledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.zhixing.ledger.rules.AccountCard;
import org.zhixing.ledger.rules.CardLine;
import org.zhixing.platform.paper.PaperFonts;

/** The card on A4 paper, across; the table's head on every page, totals at its end, page numbers once all pages are there. */
@ApplicationScoped
public class CardPdf {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final PDRectangle A4_ACROSS = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MARGIN = 36;
    private static final float SIZE = 9;
    private static final float LEADING = 13;
    private static final float PAD = 3;
    private static final float[] WIDTHS = {56, 56, 140, 96, 104, 104, 71, 71, 72};

    private final CardWords words;

    CardPdf(CardWords words) {
        this.words = words;
    }

    public byte[] pages(AccountCard card) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = new Sheet(document);
            sheet.begin(card);
            sheet.row(words.header(CHINESE), true);
            for (CardLine line : card.lines()) {
                sheet.row(words.cells(line, CHINESE), false);
            }
            sheet.row(words.totals(card, CHINESE), true);
            sheet.end(card);
            document.getDocumentInformation().setTitle(card.heading().caseNumber() + words.word("title", CHINESE));
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where on which page it is written. */
    private final class Sheet {
        private final PDDocument document;
        private final PaperFonts fonts;
        private final List<PDPage> pages = new ArrayList<>();
        private PDPageContentStream now;
        private float y;

        Sheet(PDDocument document) throws IOException {
            this.document = document;
            this.fonts = new PaperFonts(document);
            this.now = page();
        }

        private PDPageContentStream page() throws IOException {
            PDPage page = new PDPage(A4_ACROSS);
            document.addPage(page);
            pages.add(page);
            y = A4_ACROSS.getHeight() - MARGIN;
            return new PDPageContentStream(document, page);
        }

        void begin(AccountCard card) throws IOException {
            String title = card.heading().court() + words.word("title", CHINESE);
            float size = 16;
            y -= size;
            write(title, (A4_ACROSS.getWidth() - fonts.width(title, size)) / 2, y, size);
            y -= LEADING;
            for (String line : words.above(card, CHINESE)) {
                for (String folded : fonts.fold(line, SIZE, A4_ACROSS.getWidth() - 2 * MARGIN)) {
                    y -= LEADING;
                    write(folded, MARGIN, y, SIZE);
                }
            }
            y -= LEADING / 2;
        }

        void row(List<String> cells, boolean strong) throws IOException {
            List<List<String>> folded = new ArrayList<>();
            int lines = 1;
            for (int i = 0; i < cells.size(); i++) {
                List<String> cell = fonts.fold(cells.get(i), SIZE, WIDTHS[i] - 2 * PAD);
                folded.add(cell);
                lines = Math.max(lines, cell.size());
            }
            float height = lines * LEADING + PAD;
            if (y - height < MARGIN + 2 * LEADING) {
                now.close();
                now = page();
                row(words.header(CHINESE), true);
            }
            draw(folded, height, strong);
            y -= height;
        }

        private void draw(List<List<String>> cells, float height, boolean strong) throws IOException {
            float x = MARGIN;
            for (int i = 0; i < cells.size(); i++) {
                if (strong) {
                    now.setNonStrokingColor(0.93f);
                    now.addRect(x, y - height, WIDTHS[i], height);
                    now.fill();
                    now.setNonStrokingColor(0f);
                }
                now.setLineWidth(0.4f);
                now.addRect(x, y - height, WIDTHS[i], height);
                now.stroke();
                float at = y;
                for (String line : cells.get(i)) {
                    at -= LEADING;
                    boolean figure = i >= CardWords.COLUMNS.indexOf("in");
                    float from = figure ? x + WIDTHS[i] - PAD - fonts.width(line, SIZE) : x + PAD;
                    write(line, from, at + PAD, SIZE);
                }
                x += WIDTHS[i];
            }
        }

        private void write(String text, float x, float atY, float size) throws IOException {
            now.beginText();
            now.newLineAtOffset(x, atY);
            for (PaperFonts.Run run : fonts.runs(text)) {
                now.setFont(run.font(), size);
                now.showText(run.text());
            }
            now.endText();
        }

        /** Which case, who made it and when, and which page of how many, at the foot of each. */
        void end(AccountCard card) throws IOException {
            now.close();
            for (int i = 0; i < pages.size(); i++) {
                now = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true);
                write(card.heading().caseNumber() + "    " + words.made(card, CHINESE), MARGIN, MARGIN, SIZE);
                String number = words.word("page", CHINESE)
                        .replace("{page}", String.valueOf(i + 1))
                        .replace("{pages}", String.valueOf(pages.size()));
                write(number, A4_ACROSS.getWidth() - MARGIN - fonts.width(number, SIZE), MARGIN, SIZE);
                now.close();
            }
        }
    }
}
