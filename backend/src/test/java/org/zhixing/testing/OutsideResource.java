package org.zhixing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Places for a mail server and a webhook's receiver, which the tests start and stop there. */
public class OutsideResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "zhixing.smtp.host", "127.0.0.1",
                "zhixing.smtp.port", Integer.toString(free()),
                "zhixing.smtp.tls", "NONE",
                "zhixing.smtp.from", "zhixing@court.example",
                "zhixing.webhook.trusted-hosts", "127.0.0.1:" + free(),
                "zhixing.public-url", "https://zhixing.court.example/");
    }

    @Override
    public void stop() {}

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
