package org.zhixing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.notice.rules.ChannelSettings;
import org.zhixing.notice.rules.EmailMode;
import org.zhixing.notice.rules.Preferences;
import org.zhixing.notice.rules.WebhookMode;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.Docket;
import org.zhixing.testing.LateNodes;
import org.zhixing.testing.MailServer;

/** Today is 2022-11-01, a Tuesday. */
@QuarkusTest
class MorningDigestTest extends ReachTest {
    @Inject
    MorningDigest digest;

    @Inject
    LateNodes nodes;

    @Inject
    Docket docket;

    @Inject
    Coffers coffers;

    @Test
    void listsWhatIsLateAndWhatIsDueWithinThreeWorkingDaysByCaseNumberOnly() {
        prefers("executor-fast-1", "DIGEST", "OFF");
        nodes.add(2, LocalDate.of(2022, 10, 27), LocalDate.of(2022, 10, 28));
        nodes.add(1, LocalDate.of(2022, 11, 4), LocalDate.of(2022, 11, 7));
        nodes.add(1, LocalDate.of(2022, 11, 7), LocalDate.of(2022, 11, 8));
        morning();
        assertThat(mail.received()).hasSize(1);
        MailServer.Mail letter = mail.received().get(0);
        assertThat(letter.subject()).isEqualTo("执行节点提醒 2022-11-01：已超期 2 项，即将到期 1 项，待处理 0 项");
        assertThat(letter.text())
                .contains("已超期（2 项）", "应于 2022-10-27 前完成，已超期 5 天", "三个工作日内到期（1 项）")
                .contains("到期日 2022-11-04，还剩 3 个工作日", "首次约谈", "https://zhixing.court.example/today")
                .doesNotContain("2022-11-07");
        assertThat(letter.html()).contains("<table", "(2022)豫0505执");
    }

    @Test
    void remindsTheFundsDeskOfMoneyThatMustGoOut() {
        prefers("funds", "DIGEST", "OFF");
        String caseId = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)))
                .filed()
                .id()
                .toString();
        coffers.arrive(caseId, "1000.00", LocalDate.of(2022, 10, 10));
        coffers.arrive(caseId, "2000.00", LocalDate.of(2022, 10, 12));
        coffers.arrive(caseId, "3000.00", LocalDate.of(2022, 10, 28));
        morning();
        assertThat(recipients()).containsExactly("funds@court.example");
        MailServer.Mail letter = mail.received().get(0);
        assertThat(letter.subject()).isEqualTo("执行节点提醒 2022-11-01：已超期 1 项，即将到期 1 项，待处理 0 项");
        assertThat(letter.text())
                .contains("案款发放", "应于 2022-10-31 前完成，已超期 1 天", "到期日 2022-11-02，还剩 1 个工作日")
                .doesNotContain("首次约谈");
    }

    @Test
    void saysNothingToWhomNothingConcernsAndNothingToWhomNoMailReaches() {
        prefers("executor-fast-1", "OFF", "OFF");
        prefers("executor-fast-2", "DIGEST", "OFF");
        prefers("wenfeng-executor", "DIGEST", "OFF");
        nodes.add(2, LocalDate.of(2022, 10, 27), LocalDate.of(2022, 10, 28));
        morning();
        assertThat(mail.received()).isEmpty();
        assertThat(waiting("EMAIL")).isZero();
    }

    @Test
    void goesOutOncePerPersonHoweverManyInstancesLook() {
        prefers("executor-fast-1", "DIGEST", "OFF");
        nodes.add(1, LocalDate.of(2022, 10, 27), LocalDate.of(2022, 10, 28));
        IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(this::put))
                .toList()
                .forEach(CompletableFuture::join);
        far();
        morning();
        assertThat(mail.received()).hasSize(1);
        assertThat(data.count("select count(*) from outbox where topic = 'digest'"))
                .isEqualTo(1);
    }

    @Test
    void isNotYetDueBeforeItsHour() {
        data.run("update channel_setting set digest_at = '23:59:59.999'");
        prefers("executor-fast-1", "DIGEST", "OFF");
        nodes.add(1, LocalDate.of(2022, 10, 27), LocalDate.of(2022, 10, 28));
        morning();
        assertThat(mail.received()).isEmpty();
    }

    @Test
    void aDigestThatWaitedOverItsDayIsTheNextOnesBusiness() {
        prefers("executor-fast-1", "DIGEST", "OFF");
        nodes.add(1, LocalDate.of(2022, 10, 27), LocalDate.of(2022, 10, 28));
        put();
        data.run("update outbox set payload = jsonb_set(payload, '{forDay}', '\"2022-10-31\"')");
        far();
        assertThat(mail.received()).isEmpty();
        assertThat(waiting("EMAIL")).isZero();
    }

    @Test
    void tellsThePresidentWhatWaitsForASignature() {
        prefers("president", "DIGEST", "OFF");
        nodes.add(1, LocalDate.of(2022, 11, 20), LocalDate.of(2022, 11, 21));
        data.run(
                "insert into case_transfer (id, court_id, case_id, from_team, to_team, reason, status, last_day,"
                        + " asked_by, asked_on) select uuidv7(), c.court_id, c.id, 'FAST', 'ORDINARY', '李某某有房产', 'ASKED',"
                        + " '2022-11-10', p.id, '2022-11-01' from enforcement_case c, person p where p.username = 'judge-fast-1'");
        morning();
        assertThat(recipients()).containsExactly("president@court.example");
        assertThat(mail.received().get(0).text())
                .contains("等待您处理（1 项）", "快执转普执，待签批")
                .doesNotContain("李某某");
    }

    @Test
    void tellsLeadersOfRequestsAndWhoeverIsUrgedOfTheSlip() {
        prefers("president", "DIGEST", "OFF");
        prefers("executor-fast-1", "DIGEST", "OFF");
        nodes.add(1, LocalDate.of(2022, 11, 20), LocalDate.of(2022, 11, 21));
        String by = " from node n, person p where p.username = ";
        data.run(
                "insert into case_suspension (id, court_id, case_id, reason, from_on, note, status, asked_by, asked_on)"
                        + " select uuidv7(), n.court_id, n.case_id, 'STAY', '2022-10-20', '李某某失联', 'ASKED', p.id, '2022-11-01'"
                        + by + "'judge-fast-1'");
        data.run("insert into node_extension (id, court_id, case_id, node_id, days, reason, status, asked_by, asked_on,"
                + " last_day) select uuidv7(), n.court_id, n.case_id, n.id, 10, '李某某失联', 'ASKED', p.id, '2022-11-01',"
                + " '2022-11-15'" + by + "'judge-fast-1'");
        data.run("insert into supervision_slip (id, court_id, year, serial, case_id, node_id, reason, issued_by,"
                + " issued_on, answer_due, status, next_notice_on) select uuidv7(), n.court_id, 2022, 1, n.case_id, n.id,"
                + " '李某某失联', p.id, '2022-10-24', '2022-10-28', 'ISSUED', '2022-10-29'" + by + "'node-control'");
        morning();
        assertThat(recipients()).containsExactly("executor-fast-1@court.example", "president@court.example");
        for (MailServer.Mail letter : mail.received()) {
            String[] expected = letter.to().startsWith("president")
                    ? new String[] {"等待您处理（2 项）", "中止计算期限，待批准", "延长期限，待批准"}
                    : new String[] {"等待您处理（1 项）", "督办单，待答复", "最迟 2022-10-28，已逾期 4 天"};
            assertThat(letter.text()).contains(expected).doesNotContain("李某某");
            assertThat(letter.html()).contains(expected[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void theRuleAndTheViewAgreeOnHowPeopleAreReached(boolean enabled, boolean mandatory) {
        for (EmailMode email : EmailMode.values()) {
            for (WebhookMode webhook : WebhookMode.values()) {
                for (String address : new String[] {null, "a@court.example"}) {
                    data.run("truncate notice_preference");
                    prefers("triage", email.name(), webhook.name());
                    data.run("update notice_preference set email_address = "
                            + (address == null ? "null" : "'" + address + "'"));
                    data.run("update channel_setting set email_enabled = " + enabled + ", webhook_enabled = " + enabled
                            + ", email_mandatory = " + mandatory);
                    ChannelSettings court =
                            new ChannelSettings(enabled, mandatory, enabled, null, true, LocalTime.MIDNIGHT, false, 1);
                    Preferences chosen = new Preferences(address, email, webhook);
                    assertThat(data.query("select email || ' ' || webhook from notice_reach where username = 'triage'"))
                            .containsExactly(chosen.email(court) + " " + chosen.webhook(court));
                }
            }
        }
    }

    private void put() {
        digest.put().await().atMost(Duration.ofSeconds(20));
    }

    private void morning() {
        put();
        far();
    }
}
