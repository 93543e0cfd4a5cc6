package org.zhixing.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small files that are really what they say. */
public final class Papers {
    private Papers() {}

    /** A PDF whose odd pages are red and whose even ones are blue, with a white margin. */
    public static byte[] pdf(int pages) {
        return pdf(pages, null);
    }

    public static byte[] encryptedPdf(String password) {
        return pdf(1, password);
    }

    private static byte[] pdf(int pages, String password) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.setNonStrokingColor(i % 2 == 1 ? Color.RED : Color.BLUE);
                    content.addRect(50, 50, PDRectangle.A4.getWidth() - 100, PDRectangle.A4.getHeight() - 100);
                    content.fill();
                }
            }
            if (password != null) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A picture whose left half is red and whose right half is blue; {@code format} as ImageIO calls it. */
    public static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(redAndBlue(width, height), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A TIFF of so many such pictures, as a scanner sends it. */
    public static byte[] scan(int pages, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            ImageWriteParam packed = writer.getDefaultWriteParam();
            packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            packed.setCompressionType("LZW");
            writer.prepareWriteSequence(null);
            for (int page = 0; page < pages; page++) {
                writer.writeToSequence(new IIOImage(redAndBlue(width, height), null, null), packed);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage redAndBlue(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setColor(Color.RED);
        paper.fillRect(0, 0, width / 2, height);
        paper.setColor(Color.BLUE);
        paper.fillRect(width / 2, 0, width - width / 2, height);
        paper.dispose();
        return image;
    }

    /** A JPEG as a camera that was held on its side writes it: EXIF with that orientation, and a place. */
    public static byte[] photo(int width, int height, int orientation) {
        byte[] jpeg = picture("jpeg", width, height);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
        return out.toByteArray();
    }

    /** A WebP of 300 by 200 pixels, red on the left and blue on the right; {@code lossy} or {@code lossless}. */
    public static byte[] webp(String how) {
        try (InputStream in = Papers.class.getResourceAsStream("/pictures/red-blue-" + how + ".webp")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG whose header promises that width and height, with the sum that belongs to it. */
    public static byte[] enlarged(byte[] png, int edge) {
        byte[] large = png.clone();
        ByteBuffer bytes = ByteBuffer.wrap(large);
        bytes.putInt(16, edge).putInt(20, edge);
        CRC32 sum = new CRC32();
        sum.update(large, 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return large;
    }

    /** The container of an old office document, with these streams by their paths. */
    public static byte[] oldOffice(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem all = new POIFSFileSystem()) {
            for (Map.Entry<String, byte[]> part : new TreeMap<>(parts).entrySet()) {
                String[] path = part.getKey().split("/");
                DirectoryEntry at = all.getRoot();
                for (String step : Arrays.copyOf(path, path.length - 1)) {
                    at = at.hasEntry(step) ? (DirectoryEntry) at.getEntry(step) : at.createDirectory(step);
                }
                at.createDocument(path[path.length - 1], new ByteArrayInputStream(part.getValue()));
            }
            all.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** The head of a text of an old office document, and what follows it. */
    public static byte[] oldText() {
        ByteBuffer text = ByteBuffer.allocate(600).order(ByteOrder.LITTLE_ENDIAN);
        text.putShort(0, (short) 0xA5EC).putShort(2, (short) 193);
        text.put(300, "约谈笔录".getBytes(StandardCharsets.UTF_16LE));
        return text.array();
    }
}
