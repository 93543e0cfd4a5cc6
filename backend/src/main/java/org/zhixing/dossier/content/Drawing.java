package org.zhixing.dossier.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;

/**
 * A small JPEG of a picture or of a page, drawn anew: nothing of the original's own bytes, where it was taken included,
 * is in it. Blocks, for {@link #AT_MOST} at most.
 */
public final class Drawing {
    /** The longer side of A4 in pixels, as it is read on a screen and printed: 150 dots an inch. */
    public static final int SHEET = 1754;

    static final Duration AT_MOST = Duration.ofSeconds(15);

    /** Of a WebP at most: it is unpacked whole, where the other formats are read line by line. */
    private static final long WEBP_PIXELS = 32_000_000;

    private Drawing() {}

    /**
     * @param edge pixels of the longer side at most
     * @param pixels that the original may have; told from its header before anything of it is unpacked
     */
    public static byte[] of(Path file, String name, int page, int edge, long pixels) throws IOException, Undrawable {
        Deadline deadline = new Deadline(System.nanoTime() + AT_MOST.toNanos());
        String type = ContentCheck.type(file);
        BufferedImage drawn =
                switch (type) {
                    case "application/pdf" -> PageDrawing.draw(file, name, page, edge, pixels, deadline);
                    case "image/jpeg", "image/png", "image/tiff" ->
                        PictureDrawing.draw(file, name, page, edge, pixels, deadline);
                    case "image/webp" ->
                        PictureDrawing.draw(file, name, page, edge, Math.min(pixels, WEBP_PIXELS), deadline);
                    // HEIC: no free decoder of HEVC that runs in the JVM is kept up.
                    default -> throw new Undrawable("picture-none", name);
                };
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    /** By when a drawing is given up. */
    record Deadline(long nanos) {
        boolean isOver() {
            return System.nanoTime() - nanos > 0;
        }
    }
}
