package org.zhixing.cases.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.Contact;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.rules.RegisterCheck;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.cases.rules.RowCheck;
import org.zhixing.cases.rules.RowError;
import org.zhixing.platform.Refusal;

/** A case by hand. It passes the very check that a row of the register passes, so that both ways in know one truth. */
@Schema(name = "CaseRequest")
public record CaseRequest(
        @Schema(description = "Not changed by an edit", examples = "(2022)豫0505执123号") @Nullable
        String number,

        @Schema(examples = "买卖合同纠纷") @Nullable String cause,
        @Nullable Matter matter,

        @Schema(
                description = "CNY, at most two decimals, as a string or a number; null where none is known",
                implementation = String.class,
                examples = "100000.00")
        @Nullable
        JsonNode claimAmount,

        @Nullable LocalDate filedOn,
        @Nullable LocalDate firstFiledOn,
        boolean preserved,
        boolean fourChecksSufficient,
        boolean auctionNeeded,
        boolean refusalOrCriminal,
        @Nullable List<@Valid PartyRequest> parties) {

    /** A party; personal data is kept and shown masked except to the case's handlers. */
    @Schema(name = "PartyRequest")
    public record PartyRequest(
            @Nullable PartyRole role,
            @Nullable PartyKind kind,
            @Schema(examples = "王某") @Nullable String name,
            @Nullable String idNumber,
            @Nullable String phone,

            @Schema(description = "Where officers find the party") @Nullable @Size(max = 200)
            String address) {}

    private static final Map<RegisterColumn, String> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(RegisterColumn.NUMBER, "number"),
            Map.entry(RegisterColumn.KIND, "number"),
            Map.entry(RegisterColumn.FILED_ON, "filedOn"),
            Map.entry(RegisterColumn.CAUSE, "cause"),
            Map.entry(RegisterColumn.CLAIM_AMOUNT, "claimAmount"),
            Map.entry(RegisterColumn.MATTER, "matter"),
            Map.entry(RegisterColumn.APPLICANT, "parties"),
            Map.entry(RegisterColumn.APPLICANT_KIND, "parties"),
            Map.entry(RegisterColumn.RESPONDENT, "parties"),
            Map.entry(RegisterColumn.RESPONDENT_KIND, "parties"),
            Map.entry(RegisterColumn.FIRST_FILED_ON, "firstFiledOn")));

    /** The checked row; 400 with one error a field otherwise, in the sentences of the register. */
    RegisterRow row(String courtCode, @Nullable CaseNumber stored, LocalDate today) {
        List<Refusal.FieldError> missing = new ArrayList<>();
        partyList().forEach(p -> {
            if (p.role() == null || p.kind() == null || blank(p.name())) {
                missing.add(Refusal.FieldError.of("parties", p.name(), "field.required"));
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.fields(missing);
        }
        RowCheck check = new RegisterCheck(courtCode, today).check(values(stored));
        if (check instanceof RowCheck.Good good) {
            return good.row();
        }
        throw Refusal.fields(((RowCheck.Bad) check)
                .errors().stream().map(CaseRequest::fieldError).toList());
    }

    private static Refusal.FieldError fieldError(RowError error) {
        String field = RegisterColumn.ofHeader(error.column())
                .map(column -> FIELDS.getOrDefault(column, error.column()))
                .orElse(error.column());
        return new Refusal.FieldError(
                field,
                error.value(),
                "register/" + error.reason().code(),
                List.copyOf(error.reason().params()));
    }

    private Map<String, String> values(@Nullable CaseNumber stored) {
        String text = stored != null ? stored.text() : or(number);
        Map<RegisterColumn, String> cells = new EnumMap<>(RegisterColumn.class);
        cells.put(RegisterColumn.NUMBER, text);
        cells.put(
                RegisterColumn.KIND,
                CaseNumber.check(text).found().map(n -> n.kind().label()).orElse("首次执行"));
        cells.put(RegisterColumn.FILED_ON, filedOn == null ? "" : filedOn.toString());
        cells.put(RegisterColumn.CAUSE, or(cause));
        cells.put(
                RegisterColumn.CLAIM_AMOUNT,
                claimAmount == null || claimAmount.isNull() ? "" : amountText(claimAmount));
        cells.put(RegisterColumn.MATTER, matter == null ? "" : matter.label());
        cells.put(RegisterColumn.APPLICANT, names(PartyRole.APPLICANT));
        cells.put(RegisterColumn.APPLICANT_KIND, kinds(PartyRole.APPLICANT));
        cells.put(RegisterColumn.RESPONDENT, names(PartyRole.RESPONDENT));
        cells.put(RegisterColumn.RESPONDENT_KIND, kinds(PartyRole.RESPONDENT));
        cells.put(RegisterColumn.PRESERVED, flag(preserved));
        cells.put(RegisterColumn.FOUR_CHECKS_SUFFICIENT, flag(fourChecksSufficient));
        cells.put(RegisterColumn.AUCTION_NEEDED, flag(auctionNeeded));
        cells.put(RegisterColumn.REFUSAL_OR_CRIMINAL, flag(refusalOrCriminal));
        cells.put(RegisterColumn.FIRST_FILED_ON, firstFiledOn == null ? "" : firstFiledOn.toString());
        Map<String, String> values = new LinkedHashMap<>();
        cells.forEach((column, cell) -> values.put(column.header(), cell));
        return values;
    }

    /** Personal data by the position the party will have: applicants first.  */
    List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>();
        List<PartyRequest> ordered = new ArrayList<>();
        partyList().stream().filter(p -> p.role() == PartyRole.APPLICANT).forEach(ordered::add);
        partyList().stream().filter(p -> p.role() == PartyRole.RESPONDENT).forEach(ordered::add);
        for (int i = 0; i < ordered.size(); i++) {
            PartyRequest party = ordered.get(i);
            contacts.add(new Contact(i, data(party.idNumber()), data(party.phone()), data(party.address())));
        }
        return contacts;
    }

    private List<PartyRequest> partyList() {
        return parties == null ? List.of() : parties;
    }

    private String names(PartyRole role) {
        return String.join(
                "、",
                partyList().stream()
                        .filter(p -> p.role() == role)
                        .map(p -> or(p.name()))
                        .toList());
    }

    private String kinds(PartyRole role) {
        return String.join(
                "、",
                partyList().stream()
                        .filter(p -> p.role() == role)
                        .map(p -> p.kind() == null ? "" : p.kind().label())
                        .toList());
    }

    private static String amountText(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue().toPlainString() : amount.asText();
    }

    private static String flag(boolean value) {
        return value ? "是" : "否";
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String data(@Nullable String text) {
        return blank(text) ? null : text;
    }
}
