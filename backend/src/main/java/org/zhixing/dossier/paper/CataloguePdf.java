package org.zhixing.dossier.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.zhixing.platform.paper.TablePaper;

/** The catalogue in the front of a volume (卷内目录), as a PDF that a court would file; Chinese as all its papers. */
@ApplicationScoped
public class CataloguePdf {
    private static final float[] WIDTHS = {32, 190, 96, 105, 36, 64};
    private static final int FIRST_FIGURE = 4;

    /** @param pages and {@code places} as they are to stand there, e.g. 3 and 12–14 */
    public record Line(String title, String category, String note, String pages, String places) {}

    /** @param made by whom and when */
    public record Sheet(String caseNumber, String parties, List<Line> lines, String made) {}

    public byte[] pages(Sheet sheet) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var paper = new TablePaper(document, PDRectangle.A4, WIDTHS, FIRST_FIGURE);
            paper.begin("卷内目录", List.of("案号：" + sheet.caseNumber(), "当事人：" + sheet.parties()));
            paper.header(List.of("序号", "材料名称", "类别", "备注", "页数", "起止页码"));
            int number = 0;
            for (Line line : sheet.lines()) {
                number++;
                paper.row(
                        List.of(
                                String.valueOf(number),
                                line.title(),
                                line.category(),
                                line.note(),
                                line.pages(),
                                line.places()),
                        false);
            }
            paper.end(sheet.caseNumber() + "    " + sheet.made(), "第 {page} 页 共 {pages} 页");
            document.getDocumentInformation().setTitle(sheet.caseNumber() + "卷内目录");
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
