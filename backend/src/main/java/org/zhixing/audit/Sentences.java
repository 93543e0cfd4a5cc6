package org.zhixing.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import org.zhixing.platform.Json;
import org.zhixing.platform.Messages;

/** What a row says, as a sentence in the caller's language. */
@ApplicationScoped
public class Sentences {
    private final Messages messages;
    private final Json json;

    Sentences(Messages messages, Json json) {
        this.messages = messages;
        this.json = json;
    }

    /** A row's detail by name. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> detail(String text) {
        return json.read(text, Map.class);
    }

    /** The catalogue's sentence with its {@code {names}} filled from the detail, codes put into words. */
    public String of(String action, Map<String, Object> detail, Locale locale) {
        String text = messages.text("messages/timeline", action, locale);
        for (Map.Entry<String, Object> fact : detail.entrySet()) {
            String value = String.valueOf(fact.getValue());
            String word = messages.text("messages/timeline", "word." + value, locale);
            String named = word.startsWith("word.") ? messages.text("messages/nodes", value, locale) : word;
            text = text.replace("{" + fact.getKey() + "}", named);
        }
        return text;
    }
}
