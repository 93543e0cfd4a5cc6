package org.zhixing.ledger.statement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.zhixing.ledger.rules.StatementColumn;

/** One {@code Ntry} being put together: texts by the path of their element below it. */
final class CamtEntry {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String DETAILS = "NtryDtls/TxDtls/";

    private final Map<String, String> texts = new HashMap<>();
    private final int line;
    private int details;

    CamtEntry(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    void begin(String path) {
        if (path.equals("NtryDtls/TxDtls")) {
            details++;
        }
    }

    /** Remarks of several transactions in one entry are all kept: each may name its case. */
    void put(String path, String text) {
        if (path.endsWith("RmtInf/Ustrd")) {
            texts.merge(path, text, (a, b) -> a + " " + b);
        } else {
            texts.putIfAbsent(path, text);
        }
    }

    boolean credit() {
        return text("CdtDbtInd").equals("CRDT");
    }

    Map<StatementColumn, String> values() {
        Map<StatementColumn, String> values = new EnumMap<>(StatementColumn.class);
        put(values, StatementColumn.SERIAL, first("AcctSvcrRef", "NtryRef", DETAILS + "Refs/AcctSvcrRef"));
        put(values, StatementColumn.AT, local(first("BookgDt/DtTm", "BookgDt/Dt")));
        put(values, StatementColumn.VALUE_ON, local(first("ValDt/Dt", "ValDt/DtTm")));
        put(values, credit() ? StatementColumn.MONEY_IN : StatementColumn.MONEY_OUT, text("Amt"));
        // An entry of several transactions has several payers, and is nobody's of them.
        if (details == 1) {
            String other = DETAILS + "RltdPties/" + (credit() ? "Dbtr" : "Cdtr");
            put(values, StatementColumn.PARTY, first(other + "/Nm", other + "/Pty/Nm"));
            put(values, StatementColumn.PARTY_ACCOUNT, first(other + "Acct/Id/IBAN", other + "Acct/Id/Othr/Id"));
            if (credit()) {
                put(values, StatementColumn.VIRTUAL_NUMBER, text(DETAILS + "RltdPties/CdtrAcct/Id/Othr/Id"));
            }
        }
        put(values, StatementColumn.REMARK, first(DETAILS + "RmtInf/Ustrd", DETAILS + "AddtlTxInf", "AddtlNtryInf"));
        return values;
    }

    /** What kind of balance it is, where it is one. */
    String code() {
        return text("Tp/CdOrPrtry/Cd");
    }

    /** The currency of its amount, as the bank names it. */
    String currency() {
        return text("Amt@Ccy");
    }

    /** Whether the bank has booked it, and not only announced it. */
    boolean booked() {
        String status = first("Sts", "Sts/Cd");
        return status.isEmpty() || status.equals("BOOK");
    }

    BigDecimal change() {
        try {
            BigDecimal amount = new BigDecimal(text("Amt"));
            return credit() ? amount : amount.negate();
        } catch (NumberFormatException damaged) {
            return BigDecimal.ZERO;
        }
    }

    private String text(String path) {
        return texts.getOrDefault(path, "");
    }

    private String first(String... paths) {
        for (String path : paths) {
            if (!text(path).isEmpty()) {
                return text(path);
            }
        }
        return "";
    }

    /** A moment with its offset is told in the court's time. */
    private static String local(String text) {
        try {
            return OffsetDateTime.parse(text)
                    .atZoneSameInstant(SHANGHAI)
                    .toLocalDateTime()
                    .toString();
        } catch (DateTimeException withoutOffset) {
            return text;
        }
    }

    private static void put(Map<StatementColumn, String> values, StatementColumn column, String text) {
        if (!text.isEmpty()) {
            values.put(column, text);
        }
    }
}
