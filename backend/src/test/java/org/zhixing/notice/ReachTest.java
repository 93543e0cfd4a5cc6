package org.zhixing.notice;

import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.MailServer;
import org.zhixing.testing.OutsideResource;
import org.zhixing.testing.Receiver;
import org.zhixing.testing.Told;

/** What the tests of the channels outside share: servers that run, a court that uses both, ticks by hand. */
@QuarkusTestResource(OutsideResource.class)
abstract class ReachTest extends CourtTest {
    static final String SECRET = "a-secret-of-this-court";

    @Inject
    OutboxWorker inbox;

    @Inject
    FarWorker far;

    @Inject
    Told told;

    @Inject
    MailServer mail;

    @Inject
    Receiver receiver;

    @BeforeEach
    void openChannels() {
        mail.start();
        receiver.start();
        data.run("insert into channel_setting (court_id, email_enabled, webhook_enabled, webhook_url, webhook_secret,"
                + " digest_at, quiet_on_rest_days) select id, true, true, '" + receiver.url() + "', '" + SECRET
                + "', '00:00', false from court");
    }

    @AfterEach
    void closeServers() {
        mail.stop();
        receiver.stop();
    }

    /** How somebody wants to be told; the address is the user name's. */
    void prefers(String username, String email, String webhook) {
        data.run("insert into notice_preference (person_id, court_id, email_address, email, webhook)"
                + " select id, court_id, username || '@court.example', '" + email + "', '" + webhook
                + "' from person where username = '" + username + "'");
    }

    /** One tick of everything. */
    void deliver() {
        inbox.deliver().await().atMost(Duration.ofSeconds(30));
        far();
    }

    void far() {
        far.deliver().await().atMost(Duration.ofSeconds(30));
    }

    /** Time passes until every letter's next try. */
    void later() {
        data.run("update outbox set next_try_at = now() where done_at is null and dead_at is null");
    }

    long waiting(String channel) {
        return data.count("select count(*) from outbox where channel = '" + channel
                + "' and done_at is null and dead_at is null");
    }

    List<String> recipients() {
        return mail.received().stream().map(MailServer.Mail::to).sorted().toList();
    }
}
