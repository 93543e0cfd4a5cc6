package org.zhixing.dossier.content;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/** A page of a PDF made small. */
final class PageDrawing {
    private static final int DEEPEST = 4;
    private static final int LARGEST_INLINE = 1 << 16;

    private PageDrawing() {}

    static BufferedImage draw(Path file, String name, int page, int edge, long pixels, Drawing.Deadline deadline)
            throws Undrawable {
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (page > pdf.getNumberOfPages()) {
                throw new Undrawable("picture-page", name, pdf.getNumberOfPages());
            }
            if (hasTooLarge(pdf.getPage(page - 1).getResources(), pixels, 0)) {
                throw new Undrawable("file-pixels", name, pixels / 1_000_000);
            }
            PDRectangle box = pdf.getPage(page - 1).getCropBox();
            float longer = Math.max(box.getWidth(), box.getHeight());
            PDFRenderer renderer = new Timed(pdf, deadline);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(page - 1, edge / longer, ImageType.RGB);
        } catch (InvalidPasswordException encrypted) {
            throw new Undrawable("file-encrypted", name);
        } catch (TooSlow slow) {
            throw new Undrawable("picture-slow", name);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw new Undrawable("picture-unreadable", name);
        }
    }

    /** By what its dictionary says: nothing is unpacked. */
    private static boolean hasTooLarge(@Nullable PDResources resources, long pixels, int depth) throws IOException {
        if (resources == null || depth > DEEPEST) {
            return false;
        }
        for (COSName each : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(each);
            if (object instanceof PDImageXObject image && (long) image.getWidth() * image.getHeight() > pixels) {
                return true;
            }
            if (object instanceof PDFormXObject form && hasTooLarge(form.getResources(), pixels, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Stops drawing when its time is up. */
    private static final class Timed extends PDFRenderer {
        private final Drawing.Deadline deadline;

        Timed(PDDocument pdf, Drawing.Deadline deadline) {
            super(pdf);
            this.deadline = deadline;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (deadline.isOver()) {
                        throw new TooSlow();
                    }
                    // It would be unpacked into memory, whatever comes of it.
                    byte @Nullable [] inline = operator.getImageData();
                    if (inline != null && inline.length > LARGEST_INLINE) {
                        throw new IOException("An inline image is too large");
                    }
                    super.processOperator(operator, operands);
                }
            };
        }
    }

    private static final class TooSlow extends IOException {}
}
