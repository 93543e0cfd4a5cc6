package org.zhixing.dossier.content;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.zhixing.dossier.rules.Finding;

/** Whether a PDF is whole and opens without a password. */
final class PagesCheck {
    private static final int TAIL = 1024;

    private PagesCheck() {}

    static Optional<Finding> check(Path file, String name) throws IOException {
        if (!tail(file).contains("%%EOF")) {
            return Optional.of(Finding.of("file-corrupt", name));
        }
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return pdf.getNumberOfPages() > 0 && pdf.getPage(0) != null
                    ? Optional.empty()
                    : Optional.of(Finding.of("file-corrupt", name));
        } catch (InvalidPasswordException encrypted) {
            return Optional.of(Finding.of("file-encrypted", name));
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return Optional.of(Finding.of("file-corrupt", name));
        }
    }

    /** A reader repairs what is cut off, so that only its end shows that it was. */
    private static String tail(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - bytes.length);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
