package org.zhixing.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.Template;
import org.zhixing.paper.rules.Variable;
import org.zhixing.platform.Json;
import org.zhixing.signing.rules.SigningPolicy;

/** What a court's own signing rules may say, and what no version of them falls below. */
class SigningFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PaperKinds KINDS = read(Json.resource("policy/papers-1.json"), PaperKinds.class);

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode shipped() {
        return read(Json.resource("policy/signing-1.json"), ObjectNode.class);
    }

    private static ObjectNode rule(JsonNode document, String subject) {
        for (JsonNode line : document.get("rules")) {
            if (line.get("subject").asText().equals(subject)) {
                return (ObjectNode) line;
            }
        }
        throw new IllegalArgumentException(subject);
    }

    private static int at(String subject) {
        List<String> subjects = shipped().get("rules").findValuesAsText("subject");
        return subjects.indexOf(subject);
    }

    private static void seats(ObjectNode rule, String... seats) {
        ArrayNode all = rule.putArray("seats");
        for (String seat : seats) {
            all.addObject().put("seat", seat.replace("*", "")).put("largeOnly", seat.endsWith("*"));
        }
    }

    private static void require(ObjectNode rule, String fact, String clause) {
        rule.withArray("requires").addObject().put("fact", fact).put("clause", clause);
    }

    /** Of the shipped rules with that changed, each as its field and its reason. */
    private static List<String> faults(Consumer<ObjectNode> change) {
        ObjectNode document = shipped();
        change.accept(document);
        return read(document.toString(), SigningForm.class).check(KINDS).all().stream()
                .map(fault -> fault.field() + " " + fault.reason())
                .toList();
    }

    private static List<String> faults(String subject, Consumer<ObjectNode> change) {
        return faults(document -> change.accept(rule(document, subject)));
    }

    private static String field(String subject, String rest) {
        return "rules[" + at(subject) + "]." + rest;
    }

    @Test
    void whatIsShippedHasNoFaultAndIsKeptAsItIs() throws IOException {
        SigningForm form = read(shipped().toString(), SigningForm.class);
        assertThat(form.check(KINDS).all()).isEmpty();
        assertThat(form.document()).isEqualTo(read(shipped().toString(), SigningPolicy.class));
    }

    @Test
    void everyKindHasExactlyOneRule() {
        assertThat(faults(document -> ((ArrayNode) document.get("rules")).remove(0)))
                .containsExactly("rules policy.line-missing");
        assertThat(faults(document -> ((ArrayNode) document.get("rules")).add(rule(document, "TASK_SLIP"))))
                .containsExactly("rules[19].subject policy.twice");
        assertThat(faults("TASK_SLIP", rule -> rule.put("subject", "LETTER")))
                .containsExactly(field("TASK_SLIP", "subject field.unknown"), "rules policy.line-missing");
        assertThat(new SigningForm(null).check(KINDS).all()).hasSize(19);
    }

    @Test
    void seatsAreKnownOnceEachAndAtLeastOneAlwaysSigns() {
        assertThat(faults("CLOSING_NOTICE", rule -> seats(rule)))
                .containsExactly(field("CLOSING_NOTICE", "seats policy.signing-no-seat"));
        assertThat(faults("CLOSING_NOTICE", rule -> seats(rule, "CASE_JUDGE", "BAILIFF")))
                .containsExactly(field("CLOSING_NOTICE", "seats[1].seat field.unknown"));
        assertThat(faults("CLOSING_NOTICE", rule -> seats(rule, "CASE_JUDGE", "DIRECTOR", "CASE_JUDGE")))
                .containsExactly(field("CLOSING_NOTICE", "seats[2].seat policy.twice"));
        assertThat(faults("CLOSING_NOTICE", rule -> seats(rule, "CASE_JUDGE", "PRESIDENT*")))
                .containsExactly(field("CLOSING_NOTICE", "seats[1].largeOnly policy.signing-large-only"));
        assertThat(faults("CLOSING_NOTICE", rule -> seats(rule, "CASE_EXECUTOR", "DIRECTOR")))
                .isEmpty();
    }

    @Test
    void aRuleCitesItsClauseAndSaysWhetherInOrderAndWithANewLogin() {
        assertThat(faults("TASK_SLIP", rule -> rule.put("clause", " ")))
                .containsExactly(field("TASK_SLIP", "clause field.required"));
        assertThat(faults("TASK_SLIP", rule -> rule.put("clause", "一".repeat(NodeTableForm.LONGEST_CLAUSE + 1))))
                .containsExactly(field("TASK_SLIP", "clause field.length"));
        assertThat(faults("TASK_SLIP", rule -> rule.putNull("inOrder").putNull("stepUp")))
                .containsExactly(
                        field("TASK_SLIP", "inOrder field.required"), field("TASK_SLIP", "stepUp field.required"));
    }

    @Test
    void aConditionIsAKnownFactUnderAClauseThatCanBeSoAtAll() {
        assertThat(faults("RULING_SEIZURE", rule -> require(rule, "QUERY_RESULT", "一(五)")))
                .isEmpty();
        assertThat(faults("RULING_SEIZURE", rule -> require(rule, "WEATHER", "一(五)")))
                .containsExactly(field("RULING_SEIZURE", "requires[0].fact field.unknown"));
        assertThat(faults("RULING_SEIZURE", rule -> require(rule, "QUERY_RESULT", "")))
                .containsExactly(field("RULING_SEIZURE", "requires[0].clause field.required"));
        assertThat(faults("CONSUMPTION_LIMIT", rule -> require(rule, "QUERY_RESULT", "一(五)")))
                .containsExactly(field("CONSUMPTION_LIMIT", "requires[1].fact policy.twice"));
        assertThat(faults("ENFORCEMENT_NOTICE", rule -> require(rule, "NOTICE_SERVED", "一(五)")))
                .containsExactly(field("ENFORCEMENT_NOTICE", "requires[0].fact policy.signing-never"));
        assertThat(faults("RULING_TERMINATION", rule -> require(rule, "FINAL_REVIEW_PASSED", "一(五)")))
                .containsExactly(field("RULING_TERMINATION", "requires[0].fact policy.signing-never"));
        assertThat(faults("RULING_SEIZURE", rule -> require(rule, "PANEL_STANDS", "一(五)")))
                .containsExactly(field("RULING_SEIZURE", "requires[0].fact policy.signing-never"));
    }

    @Test
    void onlyOfSomebodyWhoIsNamedSomethingIsAsked() {
        for (PaperKinds.Kind kind : KINDS.kinds()) {
            Template template = Template.read(Json.resource("policy/papers/" + kind.code() + ".txt"));
            assertThat(SigningFloor.ADDRESSED.contains(kind.code()))
                    .as(kind.code())
                    .isEqualTo(template.variables().contains(Variable.ADDRESSEE));
        }
        assertThat(faults("RULING_AUCTION", rule -> require(rule, "NOTICE_SERVED", "一(五)")))
                .containsExactly(field("RULING_AUCTION", "requires[0].fact policy.signing-never"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASE_JUDGE", "CASE_EXECUTOR", "CASE_CLERK"})
    void minutesKeepTheirThreeSignatures(String gone) {
        assertThat(faults("PANEL_RECORD", rule -> without(rule, gone)))
                .containsExactly(field("PANEL_RECORD", "seats policy.signing-seat-kept"));
    }

    @Test
    void aTransferIsSignedByThePresidentInChargeAndByNobodyElse() {
        assertThat(faults("TRANSFER_APPROVAL", rule -> seats(rule, "DIRECTOR")))
                .containsExactly(
                        field("TRANSFER_APPROVAL", "seats policy.signing-seat-kept"),
                        field("TRANSFER_APPROVAL", "seats policy.signing-seat-alone"));
        assertThat(faults("TRANSFER_APPROVAL", rule -> seats(rule, "PRESIDENT", "DIRECTOR")))
                .containsExactly(field("TRANSFER_APPROVAL", "seats policy.signing-seat-alone"));
        assertThat(faults("TRANSFER_APPROVAL", rule -> require(rule, "PANEL_STANDS", "一(五)")))
                .containsExactly(field("TRANSFER_APPROVAL", "requires[0].fact policy.signing-never"));
        assertThat(faults("TRANSFER_APPROVAL", rule -> rule.put("stepUp", true)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASE_EXECUTOR", "CASE_JUDGE", "DIRECTOR", "PRESIDENT"})
    void aPaymentKeepsItsFourSteps(String gone) {
        assertThat(faults("DISBURSEMENT_APPROVAL", rule -> without(rule, gone)))
                .containsExactly(field("DISBURSEMENT_APPROVAL", "seats policy.signing-seat-kept"));
    }

    @Test
    void aPaymentIsAppliedForAndApprovedInItsOrder() {
        assertThat(faults("DISBURSEMENT_APPROVAL", rule -> rule.put("inOrder", false)))
                .containsExactly(field("DISBURSEMENT_APPROVAL", "inOrder policy.signing-order-kept"));
        assertThat(faults(
                        "DISBURSEMENT_APPROVAL",
                        rule -> seats(rule, "CASE_JUDGE", "CASE_EXECUTOR", "DIRECTOR", "PRESIDENT*")))
                .containsExactly(field("DISBURSEMENT_APPROVAL", "seats policy.signing-order-kept"));
        assertThat(faults(
                        "DISBURSEMENT_APPROVAL",
                        rule -> seats(rule, "CASE_EXECUTOR", "CASE_JUDGE", "DIRECTOR*", "PRESIDENT*")))
                .containsExactly(field("DISBURSEMENT_APPROVAL", "seats policy.signing-seat-kept"));
        assertThat(faults(
                        "DISBURSEMENT_APPROVAL",
                        rule -> seats(rule, "CASE_EXECUTOR", "CASE_JUDGE", "FUNDS", "DIRECTOR", "PRESIDENT")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONSUMPTION_LIMIT, true",
        "DISHONESTY_DECISION, true",
        "DISBURSEMENT_APPROVAL, true",
        "RULING_FREEZE, false"
    })
    void whatRestrictsAPersonOrPaysMoneyKeepsItsNewLogin(String subject, boolean kept) {
        assertThat(faults(subject, rule -> rule.put("stepUp", false)))
                .isEqualTo(kept ? List.of(field(subject, "stepUp policy.signing-step-up-kept")) : List.of());
    }

    @Test
    void noCourtListsAMinorOrSomebodyWhoWasNotServed() {
        assertThat(faults("DISHONESTY_DECISION", rule -> rule.putArray("requires")))
                .containsExactly(
                        field("DISHONESTY_DECISION", "requires policy.signing-fact-kept"),
                        field("DISHONESTY_DECISION", "requires policy.signing-fact-kept"));
        assertThat(faults("CONSUMPTION_LIMIT", rule -> rule.putArray("requires")))
                .isEmpty();
    }

    private static void without(ObjectNode rule, String gone) {
        ArrayNode seats = (ArrayNode) rule.get("seats");
        for (int i = seats.size() - 1; i >= 0; i--) {
            if (seats.get(i).get("seat").asText().equals(gone)) {
                seats.remove(i);
            }
        }
    }
}
