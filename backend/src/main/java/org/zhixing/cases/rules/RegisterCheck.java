package org.zhixing.cases.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks rows of the register and names everything that is wrong with each.
 *
 * @param courtCode the court whose register it is, e.g. {@code 豫0505}
 * @param today the court's date; nothing is filed after it
 */
public record RegisterCheck(String courtCode, LocalDate today) {

    private static final int CAUSE_MOST = 200;
    private static final int HANDLER_MOST = 100;
    private static final int ADDRESS_MOST = 200;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{4,29}");

    /** Checks one row, given by header ({@link SheetHeader#values}). That a number stands twice is not seen here. */
    public RowCheck check(Map<String, String> values) {
        RowReader row = new RowReader(values);
        CaseNumber number = number(row);
        CaseKind kind = kind(row, number);
        LocalDate filedOn = filedOn(row, number);
        String cause = row.required(RegisterColumn.CAUSE, text -> RowReader.text(text, CAUSE_MOST));
        var claimAmount = row.optional(RegisterColumn.CLAIM_AMOUNT, ClaimAmount::check);
        Matter matter = row.word(RegisterColumn.MATTER, Matter::ofLabel, ReasonCode.MATTER_UNKNOWN);
        List<NamedParty> parties = parties(row);
        List<Contact> contacts = contacts(row, parties);
        boolean preserved = row.flag(RegisterColumn.PRESERVED);
        boolean fourChecks = row.flag(RegisterColumn.FOUR_CHECKS_SUFFICIENT);
        boolean auction = row.flag(RegisterColumn.AUCTION_NEEDED);
        boolean refusal = row.flag(RegisterColumn.REFUSAL_OR_CRIMINAL);
        LocalDate firstFiledOn = firstFiledOn(row, filedOn);
        String judge = row.optional(RegisterColumn.JUDGE, text -> RowReader.text(text, HANDLER_MOST));
        String executor = row.optional(RegisterColumn.EXECUTOR, text -> RowReader.text(text, HANDLER_MOST));
        if (!row.errors().isEmpty()
                || number == null
                || kind == null
                || filedOn == null
                || cause == null
                || matter == null) {
            return new RowCheck.Bad(row.errors());
        }
        return new RowCheck.Good(
                new RegisterRow(
                        number,
                        kind,
                        filedOn,
                        cause,
                        claimAmount,
                        matter,
                        parties,
                        preserved,
                        fourChecks,
                        auction,
                        refusal,
                        firstFiledOn,
                        judge,
                        executor),
                contacts);
    }

    private @Nullable CaseNumber number(RowReader row) {
        CaseNumber number = row.required(RegisterColumn.NUMBER, CaseNumber::check);
        if (number != null && !number.courtCode().equals(courtCode)) {
            row.wrong(RegisterColumn.NUMBER, ReasonCode.NUMBER_OTHER_COURT, number.courtCode(), courtCode);
        }
        if (number != null && number.year() > today.getYear()) {
            row.wrong(RegisterColumn.NUMBER, ReasonCode.NUMBER_YEAR, Integer.toString(number.year()));
        }
        return number;
    }

    private static @Nullable CaseKind kind(RowReader row, @Nullable CaseNumber number) {
        CaseKind kind = row.word(RegisterColumn.KIND, CaseKind::ofLabel, ReasonCode.KIND_UNKNOWN);
        if (kind != null && number != null && number.kind() != kind) {
            row.wrong(
                    RegisterColumn.KIND,
                    ReasonCode.KIND_DISAGREES,
                    kind.label(),
                    number.word(),
                    number.kind().label());
        }
        return kind;
    }

    /** A case received at a year's end may be filed in the next January, but never before its number's year. */
    private @Nullable LocalDate filedOn(RowReader row, @Nullable CaseNumber number) {
        LocalDate filedOn = row.required(RegisterColumn.FILED_ON, CourtDate::check);
        if (filedOn != null && filedOn.isAfter(today)) {
            row.wrong(RegisterColumn.FILED_ON, ReasonCode.DATE_IN_FUTURE, today.toString());
        } else if (filedOn != null && number != null && number.year() <= today.getYear()) {
            int lead = filedOn.getYear() - number.year();
            if (lead < 0 || lead > 1) {
                String year = Integer.toString(number.year());
                row.wrong(RegisterColumn.FILED_ON, ReasonCode.DATE_OTHER_YEAR, filedOn.toString(), year);
            }
        }
        return filedOn;
    }

    private @Nullable LocalDate firstFiledOn(RowReader row, @Nullable LocalDate filedOn) {
        LocalDate first = row.optional(RegisterColumn.FIRST_FILED_ON, CourtDate::check);
        if (first != null && first.isAfter(today)) {
            row.wrong(RegisterColumn.FIRST_FILED_ON, ReasonCode.DATE_IN_FUTURE, today.toString());
        } else if (first != null && filedOn != null && first.isAfter(filedOn)) {
            row.wrong(
                    RegisterColumn.FIRST_FILED_ON,
                    ReasonCode.FIRST_FILED_AFTER_FILED,
                    first.toString(),
                    filedOn.toString());
        }
        return first;
    }

    private static List<NamedParty> parties(RowReader row) {
        List<NamedParty> parties = new ArrayList<>(
                PartyCells.read(row, PartyRole.APPLICANT, RegisterColumn.APPLICANT, RegisterColumn.APPLICANT_KIND));
        parties.addAll(
                PartyCells.read(row, PartyRole.RESPONDENT, RegisterColumn.RESPONDENT, RegisterColumn.RESPONDENT_KIND));
        return parties;
    }

    private static List<Contact> contacts(RowReader row, List<NamedParty> parties) {
        List<Contact> all = new ArrayList<>(side(
                row, parties, PartyRole.APPLICANT, RegisterColumn.APPLICANT_PHONE, RegisterColumn.APPLICANT_ADDRESS));
        all.addAll(side(
                row,
                parties,
                PartyRole.RESPONDENT,
                RegisterColumn.RESPONDENT_PHONE,
                RegisterColumn.RESPONDENT_ADDRESS));
        return all;
    }

    private static List<Contact> side(
            RowReader row, List<NamedParty> parties, PartyRole role, RegisterColumn phone, RegisterColumn address) {
        List<Integer> places = IntStream.range(0, parties.size())
                .filter(i -> parties.get(i).role() == role)
                .boxed()
                .toList();
        List<@Nullable String> phones =
                PartyCells.each(row, places.size(), phone, PartyCells.BETWEEN_PHONES, RegisterCheck::phone);
        List<@Nullable String> addresses = PartyCells.each(
                row, places.size(), address, PartyCells.BETWEEN_ADDRESSES, text -> RowReader.text(text, ADDRESS_MOST));
        List<Contact> found = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (phones.get(i) != null || addresses.get(i) != null) {
                found.add(new Contact(places.get(i), null, phones.get(i), addresses.get(i)));
            }
        }
        return found;
    }

    private static Checked<String> phone(String text) {
        String narrow = CellText.narrow(text);
        return PHONE.matcher(narrow).matches() ? Checked.good(narrow) : Checked.bad(ReasonCode.PHONE_SYNTAX);
    }
}
