package org.zhixing.platform.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's shared texts, kept in a file: a file of a hundred thousand rows has hundreds of thousands of them,
 * and the cells name them by number in any order. Only their places (four bytes each) and the last ones used stay in
 * memory.
 */
final class XlsxTexts implements Closeable {
    private static final int RECENT = 4096;

    private final Path file;
    private final RandomAccessFile texts;
    private final int[] places;
    private final int count;
    private final int[] recentNumbers = new int[RECENT];
    private final @Nullable String[] recent = new String[RECENT];

    private XlsxTexts(Path file, int[] places, int count) throws IOException {
        this.file = file;
        this.texts = new RandomAccessFile(file.toFile(), "r");
        this.places = places;
        this.count = count;
    }

    /** Reads the part; the texts are kept in a file beside the workbook, until this is closed. */
    static XlsxTexts read(@Nullable XMLStreamReader part, Path workbook) throws IOException {
        Path file = Files.createTempFile(workbook.toAbsolutePath().getParent(), workbook.getFileName() + "-", ".texts");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            int[] places = new int[1024];
            int count = 0;
            while (part != null && part.hasNext()) {
                if (part.next() == XMLStreamConstants.START_ELEMENT
                        && part.getLocalName().equals("si")) {
                    if (count == Limits.TEXTS) {
                        throw new SheetRefused(SheetFault.BROKEN);
                    }
                    places = count == places.length ? Arrays.copyOf(places, count * 2) : places;
                    places[count++] = out.size();
                    byte[] text = text(part, "si").getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
            out.flush();
            return new XlsxTexts(file, places, count);
        } catch (XMLStreamException damaged) {
            Files.deleteIfExists(file);
            throw XlsxPackage.refused(damaged);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    /** The text of an {@code si} or {@code is} element up to its end: all runs, without the reading aids above them. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean inAid = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
                inAid |= xml.getLocalName().equals("rPh");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(element)) {
                    break;
                }
                inText = false;
                inAid &= !xml.getLocalName().equals("rPh");
            } else if (inText && !inAid && xml.hasText()) {
                append(text, xml);
            }
        }
        return CellCharacters.unescaped(text.toString());
    }

    /** Adds the event's characters, as long as they stay within a row's limit. */
    static void append(StringBuilder text, XMLStreamReader xml) {
        if (text.length() + xml.getTextLength() > Limits.ROW_CHARACTERS) {
            throw new SheetRefused(
                    SheetFault.ROW_TOO_LONG,
                    Integer.toString(xml.getLocation().getLineNumber()),
                    Integer.toString(Limits.ROW_CHARACTERS));
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    String get(int number) throws IOException {
        if (number < 0 || number >= count) {
            throw new SheetRefused(SheetFault.BROKEN);
        }
        int slot = number % RECENT;
        String known = recent[slot];
        if (known != null && recentNumbers[slot] == number) {
            return known;
        }
        texts.seek(places[number] & 0xFFFFFFFFL);
        byte[] bytes = new byte[texts.readInt()];
        texts.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        recent[slot] = text;
        recentNumbers[slot] = number;
        return text;
    }

    @Override
    public void close() throws IOException {
        texts.close();
        Files.deleteIfExists(file);
    }
}
