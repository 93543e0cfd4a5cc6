package org.zhixing.platform.paper;

import java.io.IOException;
import java.io.InputStream;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two fonts of a paper, embedded with the glyphs it uses: one for Chinese, one for Latin letters and digits. */
public final class PaperFonts {
    private static final String LATIN = "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String CHINESE = "fonts/DroidSansFallbackFull.ttf";

    /** In place of a character that neither has (〓, as printers do). */
    private static final int MISSING = 0x3013;

    private final PDFont latin;
    private final PDFont chinese;

    public PaperFonts(PDDocument document) throws IOException {
        latin = load(document, LATIN);
        chinese = load(document, CHINESE);
    }

    private static PDFont load(PDDocument document, String name) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(name), name)) {
            return PDType0Font.load(document, in, true);
        }
    }

    /** A piece of text in one font. */
    public record Run(PDFont font, String text) {
        float width(float size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }
    }

    public List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        PDFont current = latin;
        for (int c : text.codePoints().toArray()) {
            int shown = Character.isISOControl(c) ? ' ' : c;
            PDFont font = has(latin, shown) ? latin : chinese;
            if (font == chinese && !has(chinese, shown)) {
                shown = MISSING;
            }
            if (font != current && !piece.isEmpty()) {
                runs.add(new Run(current, piece.toString()));
                piece.setLength(0);
            }
            current = font;
            piece.appendCodePoint(shown);
        }
        if (!piece.isEmpty()) {
            runs.add(new Run(current, piece.toString()));
        }
        return runs;
    }

    public float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.width(size);
        }
        return width;
    }

    /**
     * The text in lines that fit the width, broken where Chinese may be: no line begins with a comma or a closing bracket,
     * none ends with an opening one, and no number is torn. What is too long for a line of its own is broken anywhere.
     */
    public List<String> fold(String text, float size, float width) throws IOException {
        String whole = text.strip();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
        breaks.setText(whole);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String piece = whole.substring(from, to);
            from = to;
            // Blanks at a line's end take no room.
            float solid = width(piece.stripTrailing(), size);
            if (used + solid > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (solid > width) {
                List<String> torn = tear(piece, size, width);
                lines.addAll(torn.subList(0, torn.size() - 1));
                piece = torn.get(torn.size() - 1);
            }
            line.append(piece);
            used += width(piece, size);
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> tear(String piece, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (int c : piece.codePoints().toArray()) {
            String one = Character.toString(c);
            float w = width(one, size);
            if (used + w > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(one);
            used += w;
        }
        lines.add(line.toString());
        return lines;
    }

    private static boolean has(PDFont font, int codePoint) {
        try {
            return font.encode(Character.toString(codePoint)).length > 0;
        } catch (IOException | IllegalArgumentException absent) {
            return false;
        }
    }
}
