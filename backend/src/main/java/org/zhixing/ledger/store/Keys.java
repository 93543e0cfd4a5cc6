package org.zhixing.ledger.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Refusal;

/** The days that cursors of the ledger's lists carry. */
final class Keys {
    private Keys() {}

    static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.value());
        } catch (DateTimeParseException forged) {
            throw Refusal.field("cursor", cursor.value(), "field.cursor");
        }
    }
}
