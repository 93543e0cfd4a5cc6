package org.zhixing.paper.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.zhixing.paper.rules.Block;
import org.zhixing.platform.paper.PaperFonts;

/** A court paper on A4, as PDF/A-2b in Chinese: margins and sizes as party and state organs set theirs (GB/T 9704), roughly. */
@ApplicationScoped
public class PaperPdf {
    /** Blocks. @param made when, which the metadata tell */
    public byte[] pages(String title, List<Block> blocks, Instant made) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = new Sheet(document);
            for (int i = 0; i < blocks.size(); i++) {
                sheet.set(blocks.get(i));
            }
            sheet.end();
            Archival.mark(document, title, made);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where on which page it is set. */
    private static final class Sheet {
        private static final float SIZE = 14;
        private static final float TITLE = 22;
        private static final float LEADING = 1.75f;
        private static final float MARGIN = 76;
        private static final float PAD = 5;
        private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
        private static final float FIRST_COLUMN = 110;
        private static final float SEAL = 96;

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
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            pages.add(page);
            y = PDRectangle.A4.getHeight() - MARGIN;
            return new PDPageContentStream(document, page);
        }

        private void room(float height) throws IOException {
            if (y - height < MARGIN) {
                now.close();
                now = page();
            }
        }

        void set(Block block) throws IOException {
            switch (block.kind()) {
                case TITLE -> centred(block.text(), TITLE, true);
                case HEADING -> lines(block.text(), MARGIN, 0, true);
                case CENTRED -> centred(block.text(), SIZE + 4, false);
                case RIGHT -> right(block.text());
                case PARAGRAPH -> lines(block.text(), MARGIN, 2 * SIZE, false);
                case FLUSH -> lines(block.text(), MARGIN, 0, false);
                case ROW -> row(block.cells());
                case SIGNATURE -> signature(block.text());
                case SEAL -> seal(block.text());
                case GAP -> y -= SIZE * LEADING / 2;
            }
        }

        private void centred(String text, float size, boolean strong) throws IOException {
            for (String line : fonts.fold(text, size, WIDTH)) {
                room(size * LEADING);
                y -= size * LEADING;
                write(line, (PDRectangle.A4.getWidth() - fonts.width(line, size)) / 2, y, size, strong);
            }
        }

        private void right(String text) throws IOException {
            for (String line : fonts.fold(text, SIZE, WIDTH)) {
                room(SIZE * LEADING);
                y -= SIZE * LEADING;
                write(line, MARGIN + WIDTH - fonts.width(line, SIZE), y, SIZE, false);
            }
        }

        /** The first line begins further right by the indent. */
        private void lines(String text, float x, float indent, boolean strong) throws IOException {
            String first = fonts.fold(text, SIZE, WIDTH - indent).get(0);
            line(first, x + indent, strong);
            String rest =
                    text.strip().substring(Math.min(first.length(), text.strip().length()));
            if (!rest.isBlank()) {
                for (String each : fonts.fold(rest, SIZE, WIDTH)) {
                    line(each, x, strong);
                }
            }
        }

        private void line(String text, float x, boolean strong) throws IOException {
            room(SIZE * LEADING);
            y -= SIZE * LEADING;
            write(text, x, y, SIZE, strong);
        }

        /** Two columns are a label and its value; more are of one width. */
        private void row(List<String> cells) throws IOException {
            float[] widths = new float[cells.size()];
            Arrays.fill(widths, WIDTH / cells.size());
            if (cells.size() == 2) {
                widths[0] = FIRST_COLUMN;
                widths[1] = WIDTH - FIRST_COLUMN;
            }
            List<List<String>> folded = new ArrayList<>();
            int most = 1;
            for (int i = 0; i < widths.length; i++) {
                List<String> cell = new ArrayList<>();
                for (String part : cells.get(i).split("\n", -1)) {
                    cell.addAll(fonts.fold(part, SIZE, widths[i] - 2 * PAD));
                }
                folded.add(cell);
                most = Math.max(most, cell.size());
            }
            // A row longer than a page goes on over its foot line by line, in boxes of their own.
            int from = 0;
            while (from < most) {
                room(SIZE * LEADING + 2 * PAD);
                int fits = (int) Math.max(1, (y - MARGIN - 2 * PAD) / (SIZE * LEADING));
                int to = Math.min(most, from + fits);
                boxes(widths, folded, from, to);
                from = to;
            }
        }

        private void boxes(float[] widths, List<List<String>> folded, int from, int to) throws IOException {
            float height = (to - from) * SIZE * LEADING + 2 * PAD;
            float x = MARGIN;
            now.setLineWidth(0.7f);
            for (int i = 0; i < widths.length; i++) {
                now.addRect(x, y - height, widths[i], height);
                now.stroke();
                List<String> cell = folded.get(i);
                for (int k = from; k < Math.min(to, cell.size()); k++) {
                    write(cell.get(k), x + PAD, y - PAD - (k - from + 1) * SIZE * LEADING + SIZE * 0.5f, SIZE, false);
                }
                x += widths[i];
            }
            y -= height;
        }

        private void signature(String who) throws IOException {
            room(2 * SIZE * LEADING);
            y -= 1.6f * SIZE * LEADING;
            float x = MARGIN + WIDTH / 2;
            write(who, x, y, SIZE, false);
            float from = x + fonts.width(who, SIZE) + PAD;
            if (from < MARGIN + WIDTH - 40) {
                now.setLineWidth(0.5f);
                now.moveTo(from, y - 3);
                now.lineTo(MARGIN + WIDTH, y - 3);
                now.stroke();
            }
        }

        /** A dashed ring where the seal is put, over the court's name. */
        private void seal(String court) throws IOException {
            room(SEAL);
            float centreX = MARGIN + WIDTH - SEAL * 0.75f;
            float centreY = y - SEAL / 2;
            circle(centreX, centreY, SEAL / 2 - 2);
            write("（院印）", centreX - fonts.width("（院印）", 11) / 2, centreY - 18, 11, false);
            y -= SEAL * 0.5f;
            write(court, MARGIN + WIDTH - fonts.width(court, SIZE), y, SIZE, false);
            y -= SEAL * 0.5f - SIZE * LEADING;
        }

        private void circle(float x, float cy, float r) throws IOException {
            float k = r * 0.5523f;
            now.saveGraphicsState();
            now.setLineWidth(0.6f);
            now.setLineDashPattern(new float[] {3, 3}, 0);
            now.moveTo(x + r, cy);
            now.curveTo(x + r, cy + k, x + k, cy + r, x, cy + r);
            now.curveTo(x - k, cy + r, x - r, cy + k, x - r, cy);
            now.curveTo(x - r, cy - k, x - k, cy - r, x, cy - r);
            now.curveTo(x + k, cy - r, x + r, cy - k, x + r, cy);
            now.stroke();
            now.restoreGraphicsState();
        }

        private void write(String text, float x, float at, float size, boolean strong) throws IOException {
            if (text.isEmpty()) {
                return;
            }
            now.saveGraphicsState();
            now.beginText();
            if (strong) {
                // There is no bold face: the outline is drawn, too.
                now.setLineWidth(size / 40);
                now.setRenderingMode(RenderingMode.FILL_STROKE);
            }
            now.newLineAtOffset(x, at);
            for (PaperFonts.Run run : fonts.runs(text)) {
                now.setFont(run.font(), size);
                now.showText(run.text());
            }
            now.endText();
            now.restoreGraphicsState();
        }

        /** Page numbers, once all pages are there; a single page has none. */
        void end() throws IOException {
            now.close();
            for (int i = 0; i < pages.size() && pages.size() > 1; i++) {
                String text = "— " + (i + 1) + " / " + pages.size() + " —";
                try (PDPageContentStream foot = new PDPageContentStream(
                        document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                    now = foot;
                    write(text, (PDRectangle.A4.getWidth() - fonts.width(text, 10)) / 2, MARGIN / 2, 10, false);
                }
            }
        }
    }
}
