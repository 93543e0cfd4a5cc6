package org.zhixing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhixing.notice.carrier.Signature;
import org.zhixing.testing.Receiver;

@QuarkusTest
class WebhookChannelTest extends ReachTest {

    @Test
    void aCallIsSignedNamedAndSaysNoMoreThanNeeded() {
        prefers("triage", "OFF", "EACH");
        told.put("a", List.of("triage", "funds"));
        deliver();
        assertThat(receiver.calls()).hasSize(1);
        Receiver.Call call = receiver.calls().get(0);
        assertThat(call.path()).isEqualTo("/hook?key=k-1");
        assertThat(call.signature()).isEqualTo(Signature.of(SECRET, Long.parseLong(call.timestamp()), call.body()));
        assertThat(call.delivery()).matches("\\d+\\.\\d+");
        assertThat(call.body())
                .contains("\"kind\":\"import.done\"", "\"to\":\"triage\"", "\"forDay\":\"2022-11-01\"", call.delivery())
                .doesNotContain(SECRET)
                .doesNotContain("张某");
        deliver();
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void aReceiverThatFailsIsTriedAgainUnderTheSameDelivery() {
        prefers("triage", "OFF", "EACH");
        told.put("a", List.of("triage"));
        receiver.answer(503);
        deliver();
        assertThat(waiting("WEBHOOK")).isEqualTo(1);
        receiver.stop();
        later();
        far();
        assertThat(waiting("WEBHOOK")).isEqualTo(1);
        String first =
                data.query("select id from outbox where channel = 'WEBHOOK'").get(0);
        receiver.start();
        later();
        far();
        assertThat(waiting("WEBHOOK")).isZero();
        assertThat(receiver.calls()).hasSize(1);
        assertThat(receiver.calls().get(0).delivery()).startsWith(first + ".");
        assertThat(data.query("select attempts from outbox where channel = 'WEBHOOK'"))
                .containsExactly("3");
    }

    @Test
    void aReceiverThatSaysNothingDoesNotHoldUpTheMails() {
        prefers("triage", "EACH", "EACH");
        told.put("a", List.of("triage"));
        receiver.hang();
        deliver();
        assertThat(mail.received()).hasSize(1);
        assertThat(waiting("WEBHOOK")).isEqualTo(1);
    }

    @Test
    void aRedirectIsNotFollowedAndARefusalConcernsOneLetter() {
        prefers("triage", "OFF", "EACH");
        told.putMany(3, "triage");
        receiver.answer(302);
        deliver();
        assertThat(receiver.calls()).hasSize(3).allMatch(call -> call.path().startsWith("/hook"));
        assertThat(data.query("select distinct last_error from outbox where channel = 'WEBHOOK'"))
                .containsExactly("The receiver answered 302");
    }

    @Test
    void anInnerAddressBehindAPublicNameIsNotCalled() {
        prefers("triage", "OFF", "EACH");
        data.run("update channel_setting set webhook_url = 'https://localhost/hook'");
        told.put("a", List.of("triage"));
        deliver();
        assertThat(data.query("select last_error from outbox where channel = 'WEBHOOK'"))
                .containsExactly("The webhook's name resolves to an inner address");
    }

    @Test
    void afterTheLastTryALetterIsDeadAndTheAdministratorIsTold() {
        prefers("triage", "OFF", "EACH");
        told.put("a", List.of("triage"));
        receiver.answer(400);
        for (int i = 0; i < 12; i++) {
            deliver();
            later();
        }
        assertThat(receiver.calls()).hasSize(10);
        assertThat(data.query("select attempts from outbox where channel = 'WEBHOOK' and dead_at is not null"))
                .containsExactly("10");
        deliver();
        assertThat(data.query("select p.username from inbox i join person p on p.id = i.person_id"
                        + " where i.kind = 'letter.dead'"))
                .containsExactly("admin");
    }
}
