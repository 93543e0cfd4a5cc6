package org.zhixing.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One thing in which the stored line and another of the same serial number differ. */
public record LineConflict(StatementColumn column, String stored, String given) {

    static List<LineConflict> between(BankEntry stored, BankEntry given) {
        Map<StatementColumn, String> then = stored.values();
        Map<StatementColumn, String> now = given.values();
        List<LineConflict> found = new ArrayList<>();
        for (StatementColumn column : StatementColumn.values()) {
            String was = then.getOrDefault(column, "");
            String is = now.getOrDefault(column, "");
            if (!was.equals(is)) {
                found.add(new LineConflict(column, was, is));
            }
        }
        return found;
    }
}
