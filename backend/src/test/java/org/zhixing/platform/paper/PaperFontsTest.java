package org.zhixing.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PaperFontsTest {
    private static final float SIZE = 14;
    private static final String NOT_FIRST = "，。、；：！？）》”】";
    private static final String NOT_LAST = "（《“【";
    private static final List<String> PIECES = List.of(
            "被执行人", "王某", "，", "。", "、", "（", "）", "《", "》", "应当", "支付", "10,000.50元", "2022年", "豫0505执", "：", "；");

    @Test
    void breaksBeforeTheWordWhoseCommaDoesNotFit() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PaperFonts fonts = new PaperFonts(document);
            assertThat(fonts.fold("被执行人王某，应当支付", SIZE, 6.5f * SIZE)).containsExactly("被执行人王", "某，应当支付");
            assertThat(fonts.fold("支付人民币10000.50元", SIZE, 7 * SIZE)).containsExactly("支付人民币", "10000.50元");
        }
    }

    @Test
    void tearsWhatNoLineHolds() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PaperFonts fonts = new PaperFonts(document);
            List<String> lines = fonts.fold("9".repeat(40), SIZE, 5 * SIZE);
            assertThat(String.join("", lines)).isEqualTo("9".repeat(40));
            for (String line : lines) {
                assertThat(fonts.width(line, SIZE)).isLessThanOrEqualTo(5 * SIZE);
            }
            assertThat(fonts.fold("", SIZE, 5 * SIZE)).containsExactly("");
        }
    }

    @Test
    void losesNothingAndFitsWhateverIsWritten() throws IOException {
        Random random = new Random(34);
        try (PDDocument document = new PDDocument()) {
            PaperFonts fonts = new PaperFonts(document);
            for (int i = 0; i < 500; i++) {
                StringBuilder text = new StringBuilder("执行");
                boolean open = true;
                for (int k = random.nextInt(40); k > 0; k--) {
                    String piece = PIECES.get(random.nextInt(PIECES.size()));
                    // Two marks in a row may be too long for a narrow cell, and are torn then.
                    boolean mark = piece.length() == 1;
                    if (!mark || !open) {
                        text.append(piece);
                    }
                    open = mark;
                }
                float width = (9 + random.nextInt(25)) * SIZE;
                List<String> lines = fonts.fold(text.toString(), SIZE, width);
                assertThat(String.join("", lines)).isEqualTo(text.toString());
                for (int n = 0; n < lines.size(); n++) {
                    String line = lines.get(n);
                    assertThat(fonts.width(line, SIZE)).isLessThanOrEqualTo(width);
                    assertThat(n > 0 && NOT_FIRST.indexOf(line.charAt(0)) >= 0)
                            .as("%s of %s begins with a mark", line, lines)
                            .isFalse();
                    assertThat(n < lines.size() - 1 && NOT_LAST.indexOf(line.charAt(line.length() - 1)) >= 0)
                            .as("%s of %s ends with a bracket", line, lines)
                            .isFalse();
                }
            }
        }
    }
}
