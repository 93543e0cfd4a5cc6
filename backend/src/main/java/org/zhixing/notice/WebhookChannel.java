package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.carrier.LetterRefused;
import org.zhixing.notice.carrier.WebhookCarrier;
import org.zhixing.notice.carrier.WebhookTarget;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Letter;
import org.zhixing.notice.rules.WebhookMode;
import org.zhixing.notice.store.ChannelRows.Destination;
import org.zhixing.platform.Json;
import org.zhixing.platform.ZhixingConfig;

/** The court's webhook: signed JSON, one call a notice and person. */
@ApplicationScoped
class WebhookChannel implements FarChannel {
    static final String NAME = "WEBHOOK";

    private final WebhookCarrier carrier;
    private final LetterWords words;
    private final Json json;
    private final Set<String> trusted;

    WebhookChannel(WebhookCarrier carrier, LetterWords words, Json json, ZhixingConfig config) {
        this.carrier = carrier;
        this.words = words;
        this.json = json;
        this.trusted = config.webhook().trustedHosts().orElse(Set.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Uni<Void> send(Letter letter, Destination to) {
        String url = to.url();
        String secret = to.secret();
        if (to.webhook() == WebhookMode.OFF || url == null || secret == null) {
            return Uni.createFrom().voidItem();
        }
        try {
            return carrier.post(WebhookTarget.of(url, trusted), secret, letter.name(), body(letter, to));
        } catch (WebhookTarget.Refused refused) {
            return Uni.createFrom().failure(new LetterRefused(refused.reason()));
        }
    }

    private String body(Letter letter, Destination to) {
        Event event = letter.event();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", letter.name());
        body.put("kind", event.topic());
        body.put("to", Objects.requireNonNull(to.username()));
        body.put("title", words.title(event));
        body.put("body", words.body(event));
        body.put("caseNumber", event.params().get("number"));
        body.put("node", event.params().get("node"));
        body.put("forDay", event.forDay());
        body.put("link", words.link(event));
        return json.text(body);
    }
}
