package org.zhixing.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A real HTTP receiver of webhooks that can be stopped, started again, and made to refuse or to say nothing. */
@ApplicationScoped
public class Receiver {
    private final int port;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private ExecutorService threads;
    private volatile int status = 204;
    private volatile boolean silent;

    Receiver(@ConfigProperty(name = "zhixing.webhook.trusted-hosts") String trusted) {
        this.port = Integer.parseInt(trusted.substring(trusted.indexOf(':') + 1));
    }

    /** A call as it came in. */
    public record Call(String path, String timestamp, String signature, String delivery, String body) {}

    public String url() {
        return "http://127.0.0.1:" + port + "/hook?key=k-1";
    }

    /** Running, having heard nothing yet. */
    public void start() {
        stop();
        calls.clear();
        status = 204;
        silent = false;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @PreDestroy
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    public void answer(int code) {
        status = code;
    }

    public void hang() {
        silent = true;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("X-Zhixing-Timestamp"),
                exchange.getRequestHeaders().getFirst("X-Zhixing-Signature"),
                exchange.getRequestHeaders().getFirst("X-Zhixing-Delivery"),
                body));
        if (silent) {
            return;
        }
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
