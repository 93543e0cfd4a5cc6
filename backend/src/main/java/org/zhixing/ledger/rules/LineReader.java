package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.CellText;

/** Reads a line of a statement by its mapping, and collects what is wrong with it. */
public final class LineReader {
    private final MappingDocument mapping;
    private final LocalDate today;
    private final RawLine line;
    private final List<LineFault> faults = new ArrayList<>();

    private LineReader(MappingDocument mapping, LocalDate today, RawLine line) {
        this.mapping = mapping;
        this.today = today;
        this.line = line;
        faults.addAll(line.faults());
    }

    /** @param today the court's date: what the bank dates later was not read rightly */
    public static LineCheck read(MappingDocument mapping, LocalDate today, RawLine line) {
        return new LineReader(mapping, today, line).read();
    }

    /** Either way of the money; at most one is there once the line is good. */
    private record Ways(@Nullable BigDecimal in, @Nullable BigDecimal out) {}

    private LineCheck read() {
        String serial = text(StatementColumn.SERIAL);
        if (serial == null) {
            wrong(StatementColumn.SERIAL, FaultCode.REQUIRED);
        }
        LocalDateTime at = at();
        LocalDateTime value = time(StatementColumn.VALUE_ON);
        Ways ways = mapping.columns().containsKey(StatementColumn.AMOUNT) ? signed() : apart();
        BankEntry entry = new BankEntry(
                serial == null ? "" : serial,
                at == null ? today.atStartOfDay() : at,
                value != null ? value.toLocalDate() : at == null ? today : at.toLocalDate(),
                ways.in(),
                ways.out(),
                text(StatementColumn.PARTY),
                text(StatementColumn.PARTY_ACCOUNT),
                Optional.ofNullable(text(StatementColumn.VIRTUAL_NUMBER))
                        .map(CellText::narrow)
                        .orElse(null),
                text(StatementColumn.REMARK),
                balance());
        return faults.isEmpty() ? new LineCheck.Good(entry) : new LineCheck.Bad(faults);
    }

    private @Nullable LocalDateTime at() {
        LocalDateTime at = time(StatementColumn.AT);
        if (at == null) {
            if (faults.stream().noneMatch(fault -> fault.column() == StatementColumn.AT)) {
                wrong(StatementColumn.AT, FaultCode.REQUIRED);
            }
            return null;
        }
        if (at.toLocalDate().isAfter(today)) {
            wrong(StatementColumn.AT, FaultCode.TIME_IN_FUTURE, today.toString());
        }
        String time = text(StatementColumn.TIME);
        if (time == null) {
            return at;
        }
        return StatementTime.time(time).map(at.toLocalDate()::atTime).orElseGet(() -> {
            wrong(StatementColumn.TIME, FaultCode.TIME_SYNTAX);
            return at;
        });
    }

    private @Nullable LocalDateTime time(StatementColumn column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Optional<LocalDateTime> read = StatementTime.read(text, mapping.dateOrder());
        if (read.isEmpty()) {
            wrong(column, FaultCode.TIME_SYNTAX);
        }
        return read.orElse(null);
    }

    private Ways apart() {
        BigDecimal in = amount(StatementColumn.MONEY_IN);
        BigDecimal out = amount(StatementColumn.MONEY_OUT);
        return ways(StatementColumn.MONEY_IN, in, out);
    }

    private Ways signed() {
        BigDecimal amount = amount(StatementColumn.AMOUNT);
        String direction = text(StatementColumn.DIRECTION);
        if (amount == null || !mapping.columns().containsKey(StatementColumn.DIRECTION)) {
            boolean in = amount != null && amount.signum() > 0;
            return ways(StatementColumn.AMOUNT, in ? amount : null, in || amount == null ? null : amount.negate());
        }
        if (direction == null) {
            wrong(StatementColumn.DIRECTION, FaultCode.REQUIRED);
            return new Ways(null, null);
        }
        boolean in = mapping.inWords().contains(CellText.narrow(direction));
        return ways(StatementColumn.AMOUNT, in ? amount : null, in ? null : amount);
    }

    /** A negative amount in one column is money the other way: a bank takes back what it has booked. */
    private Ways ways(StatementColumn named, @Nullable BigDecimal in, @Nullable BigDecimal out) {
        BigDecimal comes = in == null ? BigDecimal.ZERO : in;
        BigDecimal goes = out == null ? BigDecimal.ZERO : out;
        if (comes.signum() != 0 && goes.signum() != 0) {
            wrong(named, FaultCode.AMOUNT_BOTH);
            return new Ways(null, null);
        }
        BigDecimal change = comes.subtract(goes);
        if (change.signum() == 0) {
            if (faults.stream().noneMatch(fault -> fault.column() == named)) {
                wrong(named, FaultCode.AMOUNT_NONE);
            }
            return new Ways(null, null);
        }
        return change.signum() > 0 ? new Ways(change, null) : new Ways(null, change.negate());
    }

    private @Nullable BigDecimal amount(StatementColumn column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        StatementAmount.Read read = StatementAmount.read(text);
        if (!read.good()) {
            wrong(column, read.fault());
            return null;
        }
        return read.amount();
    }

    /** Only checks: what cannot be read breaks the row of balances, and not the line. */
    private @Nullable BigDecimal balance() {
        String text = text(StatementColumn.BALANCE);
        StatementAmount.Read read = text == null ? null : StatementAmount.read(text);
        return read != null && read.good() ? read.amount() : null;
    }

    private @Nullable String text(StatementColumn column) {
        String text = CellText.tidy(line.value(column));
        if (text.isEmpty()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > column.most()) {
            wrong(column, FaultCode.TOO_LONG, Integer.toString(column.most()));
            return null;
        }
        if (CellText.hasControl(text)) {
            wrong(column, FaultCode.CONTROL_CHARACTER);
            return null;
        }
        return text;
    }

    private void wrong(StatementColumn column, FaultCode code, String... params) {
        faults.add(new LineFault(column, line.value(column), Fault.of(code, params)));
    }
}
