package org.zhixing.field.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.zhixing.field.rules.Capture;
import org.zhixing.field.rules.WrittenRecord;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.paper.PaperFonts;

/** A record (笔录) on A4 paper, with the signatures as they were drawn and the hash of what was signed at its end. */
@ApplicationScoped
public class RecordPdf {
    private static final String IMAGE = "data:image/png;base64,";
    private static final int LARGEST_IMAGE = 600_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    public byte[] pages(WrittenRecord record, Capture capture) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = new Sheet(document);
            write(sheet, record);
            for (WrittenRecord.Present one : record.signatures()) {
                sign(sheet, one);
            }
            sheet.line("定位：" + capture.where(), Sheet.SMALL);
            sheet.line("完成时间：" + moment(record.finishedAt()), Sheet.SMALL);
            sheet.line("签名内容 SHA-256：" + record.textSha256(), Sheet.SMALL);
            sheet.line("笔录 SHA-256：" + capture.sha256(), Sheet.SMALL);
            sheet.end();
            document.getDocumentInformation()
                    .setTitle(record.caseNumber() + record.text().title());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Sheet sheet, WrittenRecord record) throws IOException {
        WrittenRecord.Text text = record.text();
        sheet.title(text.title());
        sheet.line("案号：" + record.caseNumber() + "    流转单：" + record.slipNumber(), Sheet.SIZE);
        sheet.line("时间：" + text.startedAt().replace('T', ' '), Sheet.SIZE);
        sheet.line("地点：" + text.place(), Sheet.SIZE);
        sheet.line("执行人员：" + text.officers(), Sheet.SIZE);
        for (WrittenRecord.Person one : text.present()) {
            sheet.line("在场人：" + one.name() + (one.role().isBlank() ? "" : "（" + one.role() + "）"), Sheet.SIZE);
        }
        sheet.gap();
        for (WrittenRecord.Question each : text.qa()) {
            sheet.line("问：" + each.question(), Sheet.SIZE);
            sheet.line("答：" + each.answer(), Sheet.SIZE);
        }
        for (String paragraph : text.narrative().split("\n")) {
            sheet.line(paragraph, Sheet.SIZE);
        }
        sheet.gap();
    }

    private static void sign(Sheet sheet, WrittenRecord.Present one) throws IOException {
        WrittenRecord.NoSignature refusal = one.refusal();
        if (refusal != null) {
            sheet.line(
                    one.name() + " 拒绝签名，原因：" + refusal.reason() + "；见证人：" + refusal.witness() + "；"
                            + moment(refusal.at()),
                    Sheet.SIZE);
        }
        WrittenRecord.Signature signature = one.signature();
        if (signature != null) {
            sheet.line(one.name() + " 签名（" + moment(signature.at()) + "）：", Sheet.SIZE);
            sheet.image(png(signature.image()));
        }
    }

    private static byte[] png(String url) {
        if (!url.startsWith(IMAGE) || url.length() > LARGEST_IMAGE) {
            throw Refusal.field("record", null, "field.unreadable");
        }
        try {
            return Base64.getDecoder().decode(url.substring(IMAGE.length()));
        } catch (IllegalArgumentException e) {
            throw Refusal.field("record", null, "field.unreadable");
        }
    }

    private static String moment(String instant) {
        try {
            return MOMENT.format(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            throw Refusal.field("record", null, "field.unreadable");
        }
    }

    /** Where on which page it is written. */
    private static final class Sheet {
        static final float SIZE = 12;
        static final float SMALL = 9;
        private static final float TITLE = 18;
        private static final float MARGIN = 64;
        private static final float LEADING = 1.6f;
        private static final float SIGNATURE = 60;
        private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

        private final PDDocument document;
        private final PaperFonts fonts;
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
            y = PDRectangle.A4.getHeight() - MARGIN;
            return new PDPageContentStream(document, page);
        }

        private void room(float height) throws IOException {
            if (y - height < MARGIN) {
                now.close();
                now = page();
            }
        }

        void title(String text) throws IOException {
            y -= TITLE;
            write(text, (PDRectangle.A4.getWidth() - fonts.width(text, TITLE)) / 2, TITLE);
            gap();
        }

        void gap() {
            y -= SIZE;
        }

        void line(String text, float size) throws IOException {
            for (String folded : fonts.fold(text, size, WIDTH)) {
                room(size * LEADING);
                y -= size * LEADING;
                write(folded, MARGIN, size);
            }
        }

        void image(byte[] png) throws IOException {
            PDImageXObject image;
            try {
                image = PDImageXObject.createFromByteArray(document, png, "signature");
            } catch (IllegalArgumentException | IOException e) {
                throw Refusal.field("record", null, "field.unreadable");
            }
            float width = Math.min(WIDTH, SIGNATURE * image.getWidth() / image.getHeight());
            room(SIGNATURE);
            y -= SIGNATURE;
            now.drawImage(image, MARGIN, y, width, SIGNATURE);
        }

        private void write(String text, float x, float size) throws IOException {
            now.beginText();
            now.newLineAtOffset(x, y);
            for (PaperFonts.Run run : fonts.runs(text)) {
                now.setFont(run.font(), size);
                now.showText(run.text());
            }
            now.endText();
        }

        void end() throws IOException {
            now.close();
        }
    }
}
