package org.zhixing.platform.sheet;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's cell styles show a number as a date. */
final class XlsxStyles {
    private final BitSet dates = new BitSet();

    static XlsxStyles read(@Nullable XMLStreamReader part) throws IOException {
        XlsxStyles styles = new XlsxStyles();
        try {
            styles.collect(part);
        } catch (XMLStreamException damaged) {
            throw XlsxPackage.refused(damaged);
        }
        return styles;
    }

    private void collect(@Nullable XMLStreamReader xml) throws XMLStreamException {
        Set<String> dateFormats = new HashSet<>();
        boolean inCellFormats = false;
        int style = 0;
        while (xml != null && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                inCellFormats &= !xml.getLocalName().equals("cellXfs");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String id = xml.getAttributeValue(null, "numFmtId");
                switch (xml.getLocalName()) {
                    case "numFmt" -> {
                        if (id != null && showsDate(xml.getAttributeValue(null, "formatCode"))) {
                            dateFormats.add(id);
                        }
                    }
                    case "cellXfs" -> inCellFormats = true;
                    case "xf" -> {
                        if (inCellFormats) {
                            dates.set(style, id != null && (builtInDate(id) || dateFormats.contains(id)));
                            style++;
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    boolean date(@Nullable String style) {
        return style != null && style.matches("\\d{1,6}") && dates.get(Integer.parseInt(style));
    }

    /** ECMA-376 part 1, 18.8.30: the formats that need no code, with those of the Chinese edition. */
    private static boolean builtInDate(String id) {
        int number = id.matches("\\d{1,4}") ? Integer.parseInt(id) : 0;
        return (number >= 14 && number <= 17)
                || number == 22
                || (number >= 27 && number <= 31)
                || number == 36
                || (number >= 50 && number <= 54)
                || number == 57
                || number == 58;
    }

    /** A format with a year or a day in it, apart from quoted text, escapes and bracketed conditions. */
    private static boolean showsDate(@Nullable String code) {
        if (code == null || code.length() > 255) {
            return false;
        }
        String bare =
                code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return bare.contains("y") || bare.contains("d");
    }
}
