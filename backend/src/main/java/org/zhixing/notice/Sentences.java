package org.zhixing.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.Notice;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.Messages;

/** The words of a notice in the reader's language, made when it is read. */
@ApplicationScoped
public class Sentences {
    private static final String NOTICES = "messages/notices";
    private static final String NODES = "messages/nodes";

    private final Messages messages;

    Sentences(Messages messages) {
        this.messages = messages;
    }

    public String title(Notice notice, Locale locale) {
        return messages.get(NOTICES, notice.topic() + ".title", params(notice, locale), locale);
    }

    /** What happened, what it rests on, and what to do about it. */
    public String body(Notice notice, Locale locale) {
        String body = messages.get(NOTICES, notice.topic() + ".body", params(notice, locale), locale);
        String node = notice.params().get("node");
        String todo = node == null ? null : messages.find(NODES, node + ".todo", List.of(), locale);
        return todo == null ? body : body + "\n" + todo;
    }

    private List<String> params(Notice notice, Locale locale) {
        List<String> values = new ArrayList<>();
        Topic.of(notice.topic()).ifPresent(topic -> topic.params()
                .forEach(name -> values.add(word(name, notice.params().get(name), locale))));
        return values;
    }

    /** Codes become the court's words. */
    private String word(String name, @Nullable String value, Locale locale) {
        if (value == null) {
            return "—";
        }
        String word =
                switch (name) {
                    case "node", "closing", "about" -> messages.find(NODES, value, List.of(), locale);
                    case "channel" -> messages.find(NOTICES, "channel." + value, List.of(), locale);
                    case "suspension" -> messages.find(NOTICES, "suspension." + value, List.of(), locale);
                    case "loan" -> messages.find(NOTICES, "loan." + value, List.of(), locale);
                    case "team" -> messages.find(NOTICES, "team." + value, List.of(), locale);
                    case "policy" -> messages.find(NOTICES, "policy." + value, List.of(), locale);
                    default -> value;
                };
        return word == null ? value : word;
    }
}
