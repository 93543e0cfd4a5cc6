package org.zhixing.cases.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one side's names and kinds: several names stand in one cell, with one kind for all or one for each. */
final class PartyCells {

    private static final int NAME_MOST = 200;
    /** Commas are left alone, for they stand inside foreign names. */
    private static final Pattern BETWEEN = Pattern.compile("[、；;\\n\\r]+");
    /** Here two marks in a row stand around nothing. */
    static final Pattern BETWEEN_PHONES = Pattern.compile("[、；;]|\\r?\\n");
    /** An address has 、 inside. */
    static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[；;]|\\r?\\n");

    private PartyCells() {}

    static List<NamedParty> read(RowReader row, PartyRole role, RegisterColumn nameColumn, RegisterColumn kindColumn) {
        List<String> names = split(row.cell(nameColumn));
        if (names.isEmpty()) {
            row.wrong(nameColumn, ReasonCode.REQUIRED);
        }
        for (String name : names) {
            if (RowReader.text(name, NAME_MOST).orTell(reason -> row.wrong(nameColumn, reason)) == null) {
                break;
            }
        }
        List<PartyKind> kinds = kinds(row, kindColumn);
        if (names.isEmpty() || kinds.isEmpty()) {
            return List.of();
        }
        if (kinds.size() != 1 && kinds.size() != names.size()) {
            row.wrong(
                    kindColumn,
                    ReasonCode.PARTY_KINDS_COUNT,
                    Integer.toString(names.size()),
                    Integer.toString(kinds.size()));
            return List.of();
        }
        List<NamedParty> parties = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parties.add(new NamedParty(role, kinds.get(kinds.size() == 1 ? 0 : i), names.get(i)));
        }
        return parties;
    }

    /**
     * Where the parties of one side are found, in the order of their names: the whole cell is a single party's; of several
     * each has its own, which may be empty.
     */
    static List<@Nullable String> each(
            RowReader row, int names, RegisterColumn column, Pattern between, Function<String, Checked<String>> check) {
        String cell = row.cell(column);
        if (cell.isEmpty() || names == 0) {
            return Collections.nCopies(names, null);
        }
        List<String> given = names == 1
                ? List.of(cell)
                : Arrays.stream(between.split(cell, -1)).map(CellText::tidy).toList();
        if (given.size() != names) {
            row.wrong(column, ReasonCode.PARTY_CONTACTS_COUNT, Integer.toString(names), Integer.toString(given.size()));
            return Collections.nCopies(names, null);
        }
        List<@Nullable String> all = new ArrayList<>();
        for (String one : given) {
            all.add(one.isEmpty() ? null : check.apply(one).orTell(reason -> row.wrong(column, reason)));
        }
        return all;
    }

    private static List<PartyKind> kinds(RowReader row, RegisterColumn column) {
        List<PartyKind> kinds = new ArrayList<>();
        List<String> words = split(row.cell(column));
        if (words.isEmpty()) {
            row.wrong(column, ReasonCode.REQUIRED);
        }
        for (String word : words) {
            Optional<PartyKind> kind = PartyKind.ofLabel(CellText.narrow(word));
            if (kind.isEmpty()) {
                row.wrong(column, ReasonCode.PARTY_KIND_UNKNOWN);
                return List.of();
            }
            kinds.add(kind.get());
        }
        return kinds;
    }

    private static List<String> split(String cell) {
        return Arrays.stream(BETWEEN.split(cell))
                .map(CellText::tidy)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
