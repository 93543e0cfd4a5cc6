package org.zhixing.signing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.platform.Json;

/** What a court begins with, against the table of domain §4, line by line. */
class ShippedSigningTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static SigningPolicy shipped;

    @BeforeAll
    static void read() throws JsonProcessingException {
        shipped = JSON.readValue(Json.resource("policy/signing-1.json"), SigningPolicy.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // All enforcement legal documents: the case's judge.
                "PROPERTY_REPORT_ORDER | CASE_JUDGE | in order | | | 一(五)",
                "RULING_SEIZURE        | CASE_JUDGE | in order | | | 一(五)",
                "RULING_FREEZE         | CASE_JUDGE | in order | | | 一(五)",
                "RULING_AUCTION        | CASE_JUDGE | in order | | | 一(五)",
                "RULING_TERMINATION    | CASE_JUDGE | in order | | | 一(五)",
                "CLOSING_NOTICE        | CASE_JUDGE | in order | | | 一(五)",
                // Dispatch order: the case's judge; a slip goes the same way after the executor asked for it.
                "DISPATCH_ORDER        | CASE_JUDGE | in order | | | 一(五)",
                "TASK_SLIP             | CASE_EXECUTOR, CASE_JUDGE | in order | | | 一(四)4",
                // Enforcement notice, records of enforcement, formalities: the case's executor.
                "ENFORCEMENT_NOTICE    | CASE_EXECUTOR | in order | | | 一(五)",
                "INTERVIEW_RECORD      | CASE_EXECUTOR | in order | | | 一(五)",
                "ENFORCEMENT_RECORD    | CASE_EXECUTOR | in order | | | 一(五)",
                // Collegial minutes: judge, executor and clerk, all three.
                "PANEL_RECORD | CASE_JUDGE, CASE_EXECUTOR, CASE_CLERK | any | | PANEL_STANDS 一(五) | 一(五)",
                // Disbursement: executor, judge, director, above the threshold the president too.
                "DISBURSEMENT_APPROVAL | CASE_EXECUTOR, CASE_JUDGE, DIRECTOR, PRESIDENT* | in order | new login | | 一(五), 二(二)",
                // Restriction: only after the result of a query is on the case; judge signs.
                "CONSUMPTION_LIMIT | CASE_JUDGE | in order | new login | QUERY_RESULT 一(五) | 一(五)",
                // Listing: only after service of the notice, never a minor; judge signs, director approves.
                "DISHONESTY_DECISION | CASE_JUDGE, DIRECTOR | in order | new login | NOTICE_SERVED 法释〔2017〕7号第1条; OF_AGE 法释〔2017〕7号第4条 | 一(五)",
                // 终本: the final review desk's checklist first; then the judge, as every ruling.
                "RULING_THIS_PROCEDURE | CASE_JUDGE | in order | | FINAL_REVIEW_PASSED 法〔2016〕373号第1条 | 一(五)",
                // Transfer: the president in charge.
                "TRANSFER_APPROVAL | PRESIDENT | in order | | | 一(一)",
                // Papers of a desk, which §4 leaves to the clauses that make the desk.
                "SUPERVISION_SLIP | NODE_CONTROL | in order | | | 二(三)1",
                "FUNDS_RECEIPT    | FUNDS | in order | | | 二(二)"
            })
    void eachLineIsAsTheDomainHasIt(
            String subject, String seats, String order, String login, String requires, String clause) {
        SigningRule rule = shipped.rule(subject);
        assertThat(rule.seats().stream()
                        .map(line -> line.seat() + (line.largeOnly() ? "*" : ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(seats);
        assertThat(rule.inOrder()).isEqualTo(order.equals("in order"));
        assertThat(rule.stepUp()).isEqualTo(login != null);
        assertThat(rule.requires().stream()
                        .map(each -> each.fact() + " " + each.clause())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(requires == null ? "" : requires);
        assertThat(rule.clause()).isEqualTo(clause);
    }

    @Test
    void everyKindOfPaperHasARuleAndNothingElseHas() throws JsonProcessingException {
        PaperKinds kinds = JSON.readValue(Json.resource("policy/papers-1.json"), PaperKinds.class);
        Set<String> codes =
                kinds.kinds().stream().map(PaperKinds.Kind::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(shipped.rules()).extracting(SigningRule::subject).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void aVersionThatIsOlderThanAKindTakesItsFirstRule() {
        SigningPolicy older = new SigningPolicy(shipped.rules().subList(1, 3));
        assertThat(older.completedBy(shipped).rules())
                .containsExactlyInAnyOrderElementsOf(shipped.rules())
                .startsWith(older.rules().get(0));
        assertThat(shipped.completedBy(older)).isEqualTo(shipped);
    }
}
