package org.zhixing.dossier.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.dossier.rules.CountedPages;

/** The file with the update behind it is the same document, page for page, on another tree. */
class PageTreeTest {
    @TempDir
    Path dir;

    /** Each page as wide as its number, so that it is known again; the height is the root's for all. */
    private static void save(Path file, int pages, boolean compressed) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(new PDRectangle(100 + i, 800));
                page.getCOSObject().removeItem(COSName.ROTATE);
                pdf.addPage(page);
            }
            pdf.getPages().getCOSObject().setInt(COSName.ROTATE, 90);
            pdf.save(
                    file.toFile(),
                    compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 51, 256, 257, 1000, 5003})
    void everyPageIsWhereItWas(int pages) throws IOException {
        for (boolean compressed : new boolean[] {false, true}) {
            Path file = dir.resolve(pages + "" + compressed + ".pdf");
            save(file, pages, compressed);
            CountedPages counted = PageCount.of(file, "application/pdf");
            assertThat(counted.pages()).isEqualTo(pages);
            assertThat(counted.tree()).isNotNull().hasSizeLessThan(2000 + 40 * pages);
            Path whole = dir.resolve("whole.pdf");
            Files.copy(file, whole, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.write(whole, counted.tree(), java.nio.file.StandardOpenOption.APPEND);
            try (PDDocument pdf = Loader.loadPDF(whole.toFile())) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(pages);
                int n = 0;
                for (PDPage page : pdf.getPages()) {
                    n++;
                    assertThat(page.getMediaBox().getWidth()).isEqualTo(100f + n);
                    assertThat(page.getRotation()).isEqualTo(90);
                }
                assertThat(n).isEqualTo(pages);
                COSDictionary root = pdf.getPages().getCOSObject();
                assertThat(root.getCOSArray(COSName.KIDS).size()).isLessThanOrEqualTo(64);
            }
        }
    }

    @Test
    void thereIsNoneWhereItIsNotNeededOrCannotBe() throws IOException {
        Path few = dir.resolve("few.pdf");
        save(few, 49, false);
        assertThat(PageCount.of(few, "application/pdf").tree()).isNull();
        Path many = dir.resolve("many.pdf");
        save(many, 60, false);
        byte[] bytes = Files.readAllBytes(many);
        Path shifted = dir.resolve("shifted.pdf");
        Files.write(shifted, "junk\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Files.write(shifted, bytes, java.nio.file.StandardOpenOption.APPEND);
        assertThat(PageCount.of(shifted, "application/pdf").tree()).isNull();
        Path cut = dir.resolve("cut.pdf");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 10));
        assertThat(PageCount.of(cut, "application/pdf").tree()).isNull();
        Path none = dir.resolve("none.pdf");
        Files.writeString(none, "no pdf");
        assertThat(PageCount.of(none, "application/pdf")).isEqualTo(new CountedPages(0, null));
    }
}
