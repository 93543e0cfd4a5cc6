package org.zhixing.platform.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Says each cell as text wants to be read: dates as 2022-03-01, numbers plain, formulas as their result. */
record XlsxCells(XlsxTexts texts, XlsxStyles styles, boolean date1904) {
    /** What Excel shows of a number; the digits behind are noise of the binary fraction it is kept as. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final LocalDate ORIGIN_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ORIGIN_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;

    /** The cell the reader stands on, up to its end. */
    String read(XMLStreamReader xml) throws XMLStreamException, IOException {
        String type = xml.getAttributeValue(null, "t");
        boolean date = styles.date(xml.getAttributeValue(null, "s"));
        if ("inlineStr".equals(type)) {
            return inline(xml);
        }
        String value = value(xml);
        if (value.isEmpty()) {
            return "";
        }
        return switch (type == null ? "n" : type) {
            case "s" -> texts.get(whole(value));
            case "n" -> number(value, date);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            default -> CellCharacters.unescaped(value);
        };
    }

    private static String inline(XMLStreamReader xml) throws XMLStreamException {
        String text = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("is")) {
                text = XlsxTexts.text(xml, "is");
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                break;
            }
        }
        return text;
    }

    /** The characters of the {@code v} element; a formula beside it is not asked. */
    private static String value(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inValue = xml.getLocalName().equals("v");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            } else if (inValue && xml.hasText()) {
                XlsxTexts.append(value, xml);
            }
        }
        return value.toString();
    }

    private String number(String value, boolean date) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip()).round(SHOWN);
        } catch (NumberFormatException damaged) {
            return value;
        }
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > 40) {
            return value;
        }
        return date && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0
                ? day(number)
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String day(BigDecimal number) {
        long days = number.longValue();
        long seconds = Math.round(number.subtract(BigDecimal.valueOf(days)).doubleValue() * 86_400);
        LocalDateTime moment = (date1904 ? ORIGIN_1904 : ORIGIN_1900)
                .atStartOfDay()
                .plusDays(days)
                .plusSeconds(seconds);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static int whole(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new SheetRefused(SheetFault.BROKEN);
        }
        return Integer.parseInt(value);
    }

    /** The column of an address such as AB12, counted from 0; the given one where the cell says none. */
    static int column(@Nullable String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        int column = 0;
        int letters = 0;
        while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
            column = column * 26 + address.charAt(letters) - 'A' + 1;
            letters++;
        }
        return letters == 0 ? otherwise : letters > 3 ? Limits.CELLS : column - 1;
    }
}
