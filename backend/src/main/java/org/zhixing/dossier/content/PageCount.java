package org.zhixing.dossier.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.zhixing.dossier.rules.CountedPages;

/** How many pages a file has. */
public final class PageCount {
    private static final String PDF = "application/pdf";
    private static final String TIFF = "image/tiff";
    private static final Set<String> ONE = Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp");

    private PageCount() {}

    /** What the type alone says: a picture is a page, sound has none; null where the file must be looked at. */
    public static @Nullable Integer of(String mediaType) {
        if (mediaType.equals(PDF) || mediaType.equals(TIFF)) {
            return null;
        }
        return ONE.contains(mediaType) ? 1 : 0;
    }

    /** Of a PDF or TIFF; 0 where it cannot be read, which nobody can print either. Blocks. */
    public static CountedPages of(Path file, String mediaType) {
        try {
            return mediaType.equals(PDF) ? pdf(file) : new CountedPages(tiff(file), null);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return new CountedPages(0, null);
        }
    }

    private static CountedPages pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return new CountedPages(
                    document.getNumberOfPages(), PageTree.of(document, file).orElse(null));
        }
    }

    private static int tiff(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                return reader.getNumImages(true);
            } finally {
                reader.dispose();
            }
        }
    }
}
