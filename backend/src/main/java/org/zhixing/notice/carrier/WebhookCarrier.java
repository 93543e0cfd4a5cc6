package org.zhixing.notice.carrier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.PlainError;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.ZhixingConfig;

/**
 * Posts signed JSON. A call has a connection of its own, which ends with the answer's status: nobody reads what the
 * receiver says, a redirect is not followed, and a receiver that says nothing is left after a while.
 */
@ApplicationScoped
public class WebhookCarrier {
    private final HttpClient http;
    private final Duration patience;
    private final CourtClock clock;

    WebhookCarrier(Vertx vertx, ZhixingConfig config, CourtClock clock) {
        this.patience = config.outbox().patience();
        this.clock = clock;
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setConnectTimeout((int) patience.toMillis())
                .setIdleTimeout((int) patience.toMillis() * 2);
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        this.http = vertx.createHttpClient(options);
    }

    /** Done when the receiver answered 2xx; fails with {@link CarrierDown} or {@link LetterRefused}. */
    public Uni<Void> post(WebhookTarget target, String secret, String delivery, String body) {
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        return Uni.createFrom()
                .item(Unchecked.supplier(target::address))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(address -> call(target, address, secret, delivery, body, open))
                .ifNoItem()
                .after(patience)
                .fail()
                .eventually(() -> close(open.get()))
                .onFailure(e -> !(e instanceof LetterRefused))
                .transform(e -> new CarrierDown(PlainError.of(e.getClass().getSimpleName(), e.getMessage())))
                .invoke(WebhookCarrier::check)
                .replaceWithVoid();
    }

    private Uni<Integer> call(
            WebhookTarget target,
            String address,
            String secret,
            String delivery,
            String body,
            AtomicReference<@Nullable HttpClientRequest> open) {
        long timestamp = clock.now().getEpochSecond();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "Zhixing")
                .putHeader("X-Zhixing-Timestamp", Long.toString(timestamp))
                .putHeader("X-Zhixing-Signature", Signature.of(secret, timestamp, body))
                .putHeader("X-Zhixing-Delivery", delivery);
        return Uni.createFrom().completionStage(() -> http.request(options)
                .compose(request -> {
                    open.set(request);
                    return request.send(body);
                })
                .map(answer -> answer.statusCode())
                .toCompletionStage());
    }

    private static void check(int status) {
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            throw new CarrierDown("The receiver answered " + status);
        }
        if (status < 200 || status > 299) {
            throw new LetterRefused("The receiver answered " + status);
        }
    }

    private static void close(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.connection().close();
        }
    }
}
