package org.zhixing.ledger.statement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.LineFault;
import org.zhixing.ledger.rules.RawLine;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.ledger.rules.RunningBalance.Gap;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.platform.sheet.Limits;
import org.zhixing.platform.sheet.Xml;

/**
 * ISO 20022 camt.053. Its lines say no balance of their own; each statement says what it opens and closes with, and the
 * lines in between must make up the difference.
 */
final class CamtStatement implements StatementSource {
    private static final String CURRENCY = "CNY";
    private static final int TEXT_MOST = 100_000;
    private static final int DEPTH_MOST = 64;

    private final InputStream file;
    private final XMLStreamReader xml;
    private final StatementMapping mapping;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, BigDecimal> balances = new HashMap<>();
    private BigDecimal changed = BigDecimal.ZERO;
    private int row;

    private CamtStatement(InputStream file, XMLStreamReader xml, StatementMapping mapping) {
        this.file = file;
        this.xml = xml;
        this.mapping = mapping;
    }

    static CamtStatement open(Path file, StatementMapping mapping) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            CamtStatement statement = new CamtStatement(in, Xml.reader(in), mapping);
            statement.root();
            return statement;
        } catch (XMLStreamException damaged) {
            in.close();
            throw new RefusedStatement(FaultCode.FILE_BROKEN);
        } catch (RuntimeException refused) {
            in.close();
            throw refused;
        }
    }

    private void root() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            refuseDoctype(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                String namespace = String.valueOf(xml.getNamespaceURI());
                if (!xml.getLocalName().equals("Document") || !namespace.contains(":camt.053.")) {
                    throw new RefusedStatement(FaultCode.FILE_UNKNOWN);
                }
                return;
            }
        }
    }

    private static void refuseDoctype(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new RefusedStatement(FaultCode.FILE_DOCTYPE);
        }
    }

    @Override
    public StatementMapping mapping() {
        return mapping;
    }

    @Override
    public @Nullable RawLine next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                refuseDoctype(event);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "Stmt" -> begin();
                        case "Bal" -> balance();
                        case "Ntry" -> {
                            return line(entry());
                        }
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("Stmt")) {
                    end();
                }
            }
            return null;
        } catch (XMLStreamException damaged) {
            throw new RefusedStatement(FaultCode.FILE_BROKEN);
        }
    }

    private void begin() {
        balances.clear();
        changed = BigDecimal.ZERO;
    }

    /** Balances stand before the lines in the standard, and behind them with some banks. */
    private void end() {
        BigDecimal opening = balances.getOrDefault("OPBD", balances.get("PRCD"));
        BigDecimal closing = balances.get("CLBD");
        if (opening != null && closing != null) {
            Gap gap = new Gap(row, xml.getLocation().getLineNumber(), opening.add(changed), closing);
            if (gap.difference().signum() != 0) {
                gaps.add(gap);
            }
        }
    }

    private void balance() throws XMLStreamException {
        CamtEntry read = element(new CamtEntry(xml.getLocation().getLineNumber()), "Bal");
        balances.putIfAbsent(read.code(), read.change());
    }

    private CamtEntry entry() throws XMLStreamException {
        return element(new CamtEntry(xml.getLocation().getLineNumber()), "Ntry");
    }

    /** Reads to the end of the element the reader stands on. */
    private CamtEntry element(CamtEntry entry, String name) throws XMLStreamException {
        path.clear();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            refuseDoctype(event);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(xml.getLocalName());
                    if (path.size() > DEPTH_MOST) {
                        throw new RefusedStatement(FaultCode.FILE_BROKEN);
                    }
                    text.setLength(0);
                    entry.begin(at());
                    String currency = xml.getAttributeValue(null, "Ccy");
                    if (currency != null) {
                        entry.put(at() + "@Ccy", currency);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < TEXT_MOST) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.isEmpty()) {
                        return entry;
                    }
                    String value = text.toString().strip();
                    if (!value.isEmpty()) {
                        entry.put(at(), value);
                    }
                    text.setLength(0);
                    path.removeLast();
                }
                default -> {}
            }
        }
        throw new XMLStreamException(name + " does not end");
    }

    private String at() {
        return String.join("/", path);
    }

    private static List<LineFault> faults(CamtEntry entry) {
        List<LineFault> faults = new ArrayList<>();
        if (!entry.currency().equals(CURRENCY)) {
            Fault fault = Fault.of(FaultCode.CURRENCY, entry.currency());
            faults.add(new LineFault(StatementColumn.AMOUNT, entry.currency(), fault));
        }
        if (!entry.booked()) {
            faults.add(new LineFault(StatementColumn.AT, "", Fault.of(FaultCode.NOT_BOOKED)));
        }
        return faults;
    }

    private RawLine line(CamtEntry entry) {
        row++;
        if (row > Limits.ROWS) {
            throw new RefusedStatement(FaultCode.FILE_TOO_MANY_ROWS, Integer.toString(Limits.ROWS));
        }
        changed = changed.add(entry.booked() ? entry.change() : BigDecimal.ZERO);
        return new RawLine(row, entry.line(), entry.values(), faults(entry));
    }

    @Override
    public List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
