package org.zhixing.platform.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A paper that is one table: a title, lines above, rows under a header that every page repeats, and a foot on each. */
public final class TablePaper {
    private static final float MARGIN = 36;
    private static final float TITLE = 16;
    private static final float SIZE = 9;
    private static final float LEADING = 13;
    private static final float PAD = 3;

    private final PDDocument document;
    private final PaperFonts fonts;
    private final PDRectangle paper;
    private final float[] widths;
    private final int figures;
    private final List<PDPage> pages = new ArrayList<>();
    private List<String> header = List.of();
    private PDPageContentStream now;
    private float y;

    /**
     * @param widths of the columns in points; together at most the paper's width without two margins of 36
     * @param figures the first column that is set to the right; those behind it are too
     */
    public TablePaper(PDDocument document, PDRectangle paper, float[] widths, int figures) throws IOException {
        this.document = document;
        this.fonts = new PaperFonts(document);
        this.paper = paper;
        this.widths = widths.clone();
        this.figures = figures;
        this.now = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(paper);
        document.addPage(page);
        pages.add(page);
        y = paper.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    public void begin(String title, List<String> above) throws IOException {
        y -= TITLE;
        write(title, (paper.getWidth() - fonts.width(title, TITLE)) / 2, y, TITLE);
        y -= LEADING;
        for (String line : above) {
            for (String folded : fonts.fold(line, SIZE, paper.getWidth() - 2 * MARGIN)) {
                y -= LEADING;
                write(folded, MARGIN, y, SIZE);
            }
        }
        y -= LEADING / 2;
    }

    public void header(List<String> cells) throws IOException {
        header = List.copyOf(cells);
        row(cells, true);
    }

    public void row(List<String> cells, boolean strong) throws IOException {
        List<List<String>> folded = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            List<String> cell = fonts.fold(cells.get(i), SIZE, widths[i] - 2 * PAD);
            folded.add(cell);
            lines = Math.max(lines, cell.size());
        }
        float height = lines * LEADING + PAD;
        if (y - height < MARGIN + 2 * LEADING) {
            now.close();
            now = page();
            if (!header.isEmpty()) {
                row(header, true);
            }
        }
        draw(folded, height, strong);
        y -= height;
    }

    private void draw(List<List<String>> cells, float height, boolean strong) throws IOException {
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            if (strong) {
                now.setNonStrokingColor(0.93f);
                now.addRect(x, y - height, widths[i], height);
                now.fill();
                now.setNonStrokingColor(0f);
            }
            now.setLineWidth(0.4f);
            now.addRect(x, y - height, widths[i], height);
            now.stroke();
            float at = y;
            for (String line : cells.get(i)) {
                at -= LEADING;
                float from = i >= figures ? x + widths[i] - PAD - fonts.width(line, SIZE) : x + PAD;
                write(line, from, at + PAD, SIZE);
            }
            x += widths[i];
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

    /**
     * Ends the paper.
     *
     * @param foot at the left of every page
     * @param number at the right, with {@code {page}} and {@code {pages}} filled in
     */
    public void end(String foot, String number) throws IOException {
        now.close();
        for (int i = 0; i < pages.size(); i++) {
            now = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true);
            write(foot, MARGIN, MARGIN, SIZE);
            String nth =
                    number.replace("{page}", String.valueOf(i + 1)).replace("{pages}", String.valueOf(pages.size()));
            write(nth, paper.getWidth() - MARGIN - fonts.width(nth, SIZE), MARGIN, SIZE);
            now.close();
        }
    }
}
