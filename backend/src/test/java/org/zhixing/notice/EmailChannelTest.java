package org.zhixing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhixing.notice.rules.Letter;
import org.zhixing.notice.store.LetterRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;
import org.zhixing.testing.MailServer;

@QuarkusTest
class EmailChannelTest extends ReachTest {
    @Inject
    FarDelivery delivery;

    @Inject
    @All
    List<FarChannel> channels;

    @Inject
    CourtHours hours;

    @Inject
    CourtClock clock;

    @Inject
    ZhixingConfig config;

    @Inject
    MeterRegistry metrics;

    @Inject
    LetterRows letters;

    @Inject
    Database database;

    @Test
    void whoWantsEachNoticeGetsAMailAndTheOthersTheirInboxOnly() {
        prefers("triage", "EACH", "OFF");
        prefers("funds", "DIGEST", "OFF");
        prefers("quality", "OFF", "OFF");
        told.put("a", List.of("triage", "funds", "quality", "archive"));
        deliver();
        assertThat(data.count("select count(*) from inbox")).isEqualTo(4);
        assertThat(recipients()).containsExactly("triage@court.example");
        MailServer.Mail letter = mail.received().get(0);
        assertThat(letter.from()).isEqualTo("zhixing@court.example");
        assertThat(letter.subject()).isEqualTo("登记表导入完成：（登录系统后查看）");
        assertThat(letter.text()).contains("已收案 240 件", "https://zhixing.court.example/inbox");
        assertThat(letter.html()).contains("<p", "已收案 240 件");
        assertThat(letter.id()).matches("<\\d+\\.\\d+@court\\.example>");
        deliver();
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void nothingIsLostWhileTheServerIsAwayAndEverythingGoesOutOnceItIsBack() {
        prefers("triage", "EACH", "OFF");
        told.putMany(40, "triage");
        mail.stop();
        deliver();
        assertThat(data.count("select count(*) from inbox")).isEqualTo(40);
        assertThat(waiting("EMAIL")).isEqualTo(40);
        assertThat(data.count("select count(*) from outbox where channel = 'EMAIL' and attempts > 0"))
                .as("the rest is not tried while the door is shut")
                .isLessThanOrEqualTo(8);
        mail.comeBack();
        later();
        far();
        far();
        assertThat(waiting("EMAIL")).isZero();
        assertThat(mail.received()).hasSize(40);
        assertThat(mail.received().stream().map(MailServer.Mail::id).distinct()).hasSize(40);
    }

    @Test
    void aServerThatSaysNothingHoldsUpNeitherInboxNorWebhookAndIsLeftBehind() {
        prefers("triage", "EACH", "EACH");
        told.putMany(12, "triage");
        mail.hang();
        long start = System.nanoTime();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(this::deliver);
        awaitCalls(12);
        assertThat(data.count("select count(*) from inbox")).isEqualTo(12);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("before the mails' patience of 2 s is over")
                .isLessThan(Duration.ofSeconds(2));
        sending.join();
        assertThat(waiting("EMAIL")).isEqualTo(12);
        assertThat(data.query("select distinct last_error from outbox where channel = 'EMAIL' and attempts > 0"))
                .hasSize(1);
        mail.stop();
        mail.comeBack();
        later();
        far();
        far();
        assertThat(mail.received()).hasSize(12);
    }

    @Test
    void manyInstancesSendEachMailOnce() {
        prefers("triage", "EACH", "OFF");
        prefers("funds", "EACH", "OFF");
        told.putMany(60, "triage");
        told.putMany(60, "funds");
        inbox.deliver().await().atMost(Duration.ofSeconds(30));
        List<CompletableFuture<Void>> instances = Stream.generate(this::instance)
                .limit(4)
                .map(worker -> CompletableFuture.runAsync(
                        () -> worker.deliver().await().atMost(Duration.ofSeconds(60))))
                .toList();
        instances.forEach(CompletableFuture::join);
        assertThat(mail.received()).hasSize(120);
        assertThat(mail.received().stream().map(MailServer.Mail::id).distinct()).hasSize(120);
        assertThat(data.count(
                        "select count(*) from outbox where channel = 'EMAIL' and done_at is not null and attempts = 1"))
                .isEqualTo(120);
    }

    @Test
    void whoDiesWithALetterInHandLeavesItToTheNextUnderTheSameName() {
        prefers("triage", "EACH", "OFF");
        told.put("a", List.of("triage"));
        inbox.deliver().await().atMost(Duration.ofSeconds(30));
        List<Letter> taken = letters.claim(database.reading(), "EMAIL", court(), 8, Duration.ofSeconds(60))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(taken).hasSize(1);
        far();
        assertThat(mail.received()).as("the lease holds").isEmpty();
        later();
        far();
        assertThat(mail.received()).hasSize(1);
        data.run("update outbox set done_at = null, next_try_at = now() where channel = 'EMAIL'");
        far();
        assertThat(mail.received())
                .as("accepted, but never marked: it goes again")
                .hasSize(2);
        assertThat(mail.received().stream().map(MailServer.Mail::id).distinct()).hasSize(1);
    }

    @Test
    void whoseLeaseRanOutCannotBuryALetterThatAnotherHolds() {
        prefers("triage", "EACH", "OFF");
        told.put("a", List.of("triage"));
        inbox.deliver().await().atMost(Duration.ofSeconds(30));
        Letter first = letters.claim(database.reading(), "EMAIL", court(), 8, Duration.ofSeconds(60))
                .await()
                .atMost(Duration.ofSeconds(5))
                .get(0);
        later();
        letters.claim(database.reading(), "EMAIL", court(), 8, Duration.ofSeconds(60))
                .await()
                .atMost(Duration.ofSeconds(5));
        int marked =
                letters.failed(database.reading(), first, "late", null).await().atMost(Duration.ofSeconds(5));
        assertThat(marked).isZero();
        assertThat(data.count("select count(*) from outbox where dead_at is not null"))
                .isZero();
    }

    @Test
    void aLetterIsWithdrawnWhenItsReaderHasLeftOrDoesNotWantItAnyMore() {
        prefers("triage", "EACH", "OFF");
        prefers("funds", "EACH", "OFF");
        told.put("a", List.of("triage", "funds"));
        inbox.deliver().await().atMost(Duration.ofSeconds(30));
        data.run("update notice_preference set email = 'OFF' where email_address like 'triage%'");
        data.run("update person set active = false where username = 'funds'");
        try {
            far();
        } finally {
            data.run("update person set active = true where username = 'funds'");
        }
        assertThat(mail.received()).isEmpty();
        assertThat(waiting("EMAIL")).isZero();
    }

    @Test
    void quietCourtsSendNothingBeforeTheirHour() {
        data.run("update channel_setting set quiet_on_rest_days = true");
        prefers("triage", "EACH", "OFF");
        told.put("a", List.of("triage"));
        data.run("update channel_setting set digest_at = '23:59:59.999'");
        deliver();
        assertThat(data.count("select count(*) from inbox")).isEqualTo(1);
        assertThat(mail.received()).isEmpty();
        data.run("update channel_setting set digest_at = '00:00'");
        far();
        assertThat(mail.received()).hasSize(1);
    }

    private FarWorker instance() {
        return new FarWorker(delivery, channels, hours, clock, config, metrics);
    }

    private int court() {
        return (int) data.count("select id from court where code = '豫0505'");
    }

    private void awaitCalls(int n) {
        for (int i = 0; i < 100 && receiver.calls().size() < n; i++) {
            sleep();
        }
        assertThat(receiver.calls()).hasSize(n);
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
