package org.zhixing.notice.carrier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.PlainError;
import org.zhixing.platform.ZhixingConfig;

/**
 * Hands mails to the court's SMTP server. The client is our own and not the ready-made mailer's, because that one cannot
 * be given time-outs: a server that accepts and then says nothing would hold its connections for ever. Here a send that
 * takes too long closes every connection, and the next one begins anew.
 */
@ApplicationScoped
public class MailCarrier {
    private final Vertx vertx;
    private final ZhixingConfig.Smtp smtp;
    private final Duration patience;
    private final AtomicReference<@Nullable MailClient> current = new AtomicReference<>();

    MailCarrier(Vertx vertx, ZhixingConfig config) {
        this.vertx = vertx;
        this.smtp = config.smtp();
        this.patience = config.outbox().patience();
    }

    /** A mail as it leaves; {@code id} is the left side of its Message-ID, the same for every try. */
    public record Mail(String id, String to, String subject, String text, String html) {}

    /** False where no server or no sender's address is configured. */
    public boolean ready() {
        return smtp.host().isPresent() && smtp.from().isPresent();
    }

    /** Done when the server has taken the mail; fails with {@link CarrierDown} or {@link LetterRefused}. */
    public Uni<Void> send(Mail mail) {
        MailClient client = client();
        return Uni.createFrom()
                .completionStage(() -> client.sendMail(message(mail)).toCompletionStage())
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure(TimeoutException.class)
                .invoke(() -> drop(client))
                .onFailure()
                .transform(MailCarrier::reason)
                .replaceWithVoid();
    }

    private MailMessage message(Mail mail) {
        String from = smtp.from().orElseThrow();
        String domain = from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return new MailMessage()
                .setFrom(from)
                .setTo(mail.to())
                .setSubject(mail.subject().replaceAll("\\p{Cntrl}+", " "))
                .setText(mail.text())
                .setHtml(mail.html())
                .addHeader("Message-ID", "<" + mail.id() + "@" + domain + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** 421 is the server going away and 53x its door shut to us: those concern every mail. */
    private static Throwable reason(Throwable e) {
        String kind = e.getClass().getSimpleName();
        if (e instanceof SMTPException refused && refused.getReplyCode() != 421 && refused.getReplyCode() / 10 != 53) {
            return new LetterRefused(PlainError.of(kind, e.getMessage()));
        }
        return new CarrierDown(PlainError.of(kind, e.getMessage()));
    }

    private MailClient client() {
        MailClient found = current.get();
        if (found != null) {
            return found;
        }
        MailClient made = MailClient.create(vertx, options());
        if (current.compareAndSet(null, made)) {
            return made;
        }
        made.close();
        return client();
    }

    private MailConfig options() {
        MailConfig options = new MailConfig()
                .setHostname(smtp.host().orElseThrow())
                .setPort(smtp.port())
                .setSsl(smtp.tls() == ZhixingConfig.Tls.TLS)
                .setStarttls(
                        smtp.tls() == ZhixingConfig.Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setLogin(smtp.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setKeepAliveTimeout((int) patience.toSeconds() + 1)
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS);
        smtp.user().ifPresent(options::setUsername);
        smtp.password().ifPresent(options::setPassword);
        options.setConnectTimeout((int) patience.toMillis());
        options.setIdleTimeout((int) patience.toMillis() * 2).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return options;
    }

    private void drop(MailClient client) {
        if (current.compareAndSet(client, null)) {
            client.close();
        }
    }

    void close(@Observes io.quarkus.runtime.ShutdownEvent stopping) {
        MailClient client = current.getAndSet(null);
        if (client != null) {
            client.close();
        }
    }
}
