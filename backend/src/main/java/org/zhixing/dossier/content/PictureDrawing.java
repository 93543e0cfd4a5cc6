package org.zhixing.dossier.content;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** A picture made small and turned upright. */
final class PictureDrawing {
    private PictureDrawing() {}

    static BufferedImage draw(Path file, String name, int page, int edge, long pixels, Drawing.Deadline deadline)
            throws IOException, Undrawable {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(in, name);
            try {
                reader.setInput(in, false, true);
                BufferedImage small = read(reader, name, page, edge, pixels, deadline);
                return upright(small, page == 1 ? orientation(file) : 1, edge);
            } catch (IOException | RuntimeException unreadable) {
                throw new Undrawable("picture-unreadable", name);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in, String name) throws IOException, Undrawable {
        // Asked by name: what a library registers in the JVM depends on who looked there first.
        ImageReaderSpi webp = new WebPImageReaderSpi();
        if (webp.canDecodeInput(in)) {
            return webp.createReaderInstance();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new Undrawable("picture-none", name);
        }
        return readers.next();
    }

    private static BufferedImage read(
            ImageReader reader, String name, int page, int edge, long pixels, Drawing.Deadline deadline)
            throws IOException, Undrawable {
        int pages = page == 1 ? 1 : pages(reader, page);
        if (page > pages) {
            throw new Undrawable("picture-page", name, pages);
        }
        int width = reader.getWidth(page - 1);
        int height = reader.getHeight(page - 1);
        if ((long) width * height > pixels) {
            throw new Undrawable("file-pixels", name, pixels / 1_000_000);
        }
        int step = Math.max(1, Math.max(width, height) / (2 * edge));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        reader.addIIOReadProgressListener(new Watch(deadline));
        BufferedImage small = reader.read(page - 1, param);
        if (deadline.isOver()) {
            throw new Undrawable("picture-slow", name);
        }
        return small;
    }

    /** How many there are, counted no further than {@code most}: each may name any other as the next. */
    static int pages(ImageReader reader, int most) throws IOException {
        for (int i = 0; i < most; i++) {
            try {
                reader.getWidth(i);
            } catch (IndexOutOfBoundsException end) {
                return i;
            }
        }
        return most;
    }

    /** As the camera was held: EXIF's orientation, 1 where it says nothing. */
    private static int orientation(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Metadata metadata = JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null ? 1 : orientation;
        } catch (IOException | JpegProcessingException | RuntimeException none) {
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation, int edge) {
        int width = image.getWidth();
        int height = image.getHeight();
        double scale = Math.min(1.0, (double) edge / Math.max(width, height));
        int w = Math.max(1, (int) Math.round(width * scale));
        int h = Math.max(1, (int) Math.round(height * scale));
        boolean lies = orientation >= 5 && orientation <= 8;
        BufferedImage drawn = new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = drawn.createGraphics();
        try {
            paper.setColor(Color.WHITE);
            paper.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            paper.transform(turn(orientation, w, h));
            paper.drawImage(image, 0, 0, w, h, null);
        } finally {
            paper.dispose();
        }
        return drawn;
    }

    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    /** Ends a reading that takes too long. */
    private record Watch(Drawing.Deadline deadline) implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader source, float percent) {
            if (deadline.isOver()) {
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int first) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int index) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int image, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percent) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
