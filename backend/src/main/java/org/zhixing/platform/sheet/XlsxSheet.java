package org.zhixing.platform.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an Excel workbook, read as a stream. The libraries for it keep all shared texts in memory and trust
 * the cell addresses of the file, so a large file or a hostile one would take the machine's memory.
 */
final class XlsxSheet implements Sheet {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final XlsxPackage workbook;
    private final XlsxTexts texts;
    private final XlsxCells cells;
    private final XMLStreamReader xml;
    private int line;

    private XlsxSheet(XlsxPackage workbook, XlsxTexts texts, XlsxCells cells, XMLStreamReader xml) {
        this.workbook = workbook;
        this.texts = texts;
        this.cells = cells;
        this.xml = xml;
    }

    static XlsxSheet open(Path file) throws IOException {
        XlsxPackage workbook = XlsxPackage.open(file);
        try {
            First first = first(workbook);
            XMLStreamReader sheet = present(workbook.part(first.part()));
            XlsxStyles styles = XlsxStyles.read(workbook.part("xl/styles.xml"));
            XlsxTexts texts = XlsxTexts.read(workbook.part("xl/sharedStrings.xml"), file);
            return new XlsxSheet(workbook, texts, new XlsxCells(texts, styles, first.date1904()), sheet);
        } catch (XMLStreamException damaged) {
            workbook.close();
            throw XlsxPackage.refused(damaged);
        } catch (IOException | RuntimeException refused) {
            workbook.close();
            throw refused;
        }
    }

    /** Where the first sheet is, and from when the workbook counts its days. */
    private record First(String part, boolean date1904) {}

    private static First first(XlsxPackage workbook) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader relations = workbook.part("xl/_rels/workbook.xml.rels");
        while (relations != null && relations.hasNext()) {
            if (relations.next() == XMLStreamConstants.START_ELEMENT
                    && relations.getLocalName().equals("Relationship")) {
                targets.put(
                        String.valueOf(relations.getAttributeValue(null, "Id")),
                        String.valueOf(relations.getAttributeValue(null, "Target")));
            }
        }
        XMLStreamReader book = workbook.part("xl/workbook.xml");
        if (book == null) {
            throw new SheetRefused(SheetFault.KIND);
        }
        boolean date1904 = false;
        while (book.hasNext()) {
            if (book.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (book.getLocalName().equals("workbookPr")) {
                String since = book.getAttributeValue(null, "date1904");
                date1904 = "1".equals(since) || "true".equals(since);
            } else if (book.getLocalName().equals("sheet")) {
                String id = book.getAttributeValue(RELATIONSHIPS, "id");
                String target = targets.get(id == null ? book.getAttributeValue(STRICT_RELATIONSHIPS, "id") : id);
                return new First(target == null || target.startsWith("/") ? target + "" : "xl/" + target, date1904);
            }
        }
        throw new SheetRefused(SheetFault.BROKEN);
    }

    private static XMLStreamReader present(@Nullable XMLStreamReader part) {
        if (part == null) {
            throw new SheetRefused(SheetFault.BROKEN);
        }
        return part;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    return row();
                }
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("sheetData")) {
                    return null;
                }
            }
            return null;
        } catch (XMLStreamException damaged) {
            throw XlsxPackage.refused(damaged);
        }
    }

    private SheetRow row() throws XMLStreamException, IOException {
        String number = xml.getAttributeValue(null, "r");
        line = number != null && number.matches("\\d{1,7}") ? Integer.parseInt(number) : line + 1;
        List<String> row = new ArrayList<>();
        int length = 0;
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = XlsxCells.column(xml.getAttributeValue(null, "r"), column + 1);
                String text = cells.read(xml);
                length += text.length();
                if (length > Limits.ROW_CHARACTERS) {
                    throw new SheetRefused(
                            SheetFault.ROW_TOO_LONG, Integer.toString(line), Integer.toString(Limits.ROW_CHARACTERS));
                }
                put(row, column, text);
            }
        }
        return new SheetRow(line, row);
    }

    private static void put(List<String> row, int column, String text) {
        if (column >= Limits.CELLS) {
            return;
        }
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, text);
    }

    @Override
    public String encoding() {
        return "XLSX";
    }

    @Override
    public void close() throws IOException {
        texts.close();
        workbook.close();
    }
}
