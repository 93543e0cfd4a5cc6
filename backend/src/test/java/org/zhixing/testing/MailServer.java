package org.zhixing.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A real SMTP server that can be stopped, started again, and made to say nothing. */
@ApplicationScoped
public class MailServer {
    private final int port;
    private GreenMail server;
    private ServerSocket silent;
    private final List<Mail> before = new ArrayList<>();

    MailServer(@ConfigProperty(name = "zhixing.smtp.port") int port) {
        this.port = port;
    }

    /** A mail that arrived. */
    public record Mail(String id, String to, String from, String subject, String text, String html) {}

    /** Empty and running. */
    public void start() {
        stop();
        before.clear();
        comeBack();
    }

    public void comeBack() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
    }

    /** Nobody listens any more; what arrived is kept. */
    @PreDestroy
    public void stop() {
        if (server != null) {
            before.addAll(received(server));
            server.stop();
            server = null;
        }
        if (silent != null) {
            close(silent);
            silent = null;
        }
    }

    /** Takes connections and never says a word. */
    public void hang() {
        stop();
        try {
            silent = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Mail> received() {
        List<Mail> all = new ArrayList<>(before);
        if (server != null) {
            all.addAll(received(server));
        }
        return all;
    }

    private static List<Mail> received(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages()).map(MailServer::mail).toList();
    }

    private static Mail mail(Message message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new Mail(
                    message.getHeader("Message-ID")[0],
                    message.getAllRecipients()[0].toString(),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
