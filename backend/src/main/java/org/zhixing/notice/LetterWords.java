package org.zhixing.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.Digest;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Notice;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.Messages;
import org.zhixing.platform.ZhixingConfig;

/**
 * The words of what leaves the house, in Chinese: of a case no more than its number, its nodes and their days. What
 * somebody typed is read after signing in.
 */
@ApplicationScoped
public class LetterWords {
    private static final String LETTERS = "messages/letters";
    private static final String NODES = "messages/nodes";
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Messages messages;
    private final Sentences sentences;
    private final String home;

    LetterWords(Messages messages, Sentences sentences, ZhixingConfig config) {
        this.messages = messages;
        this.sentences = sentences;
        this.home = config.publicUrl().map(url -> url.replaceAll("/+$", "")).orElse("");
    }

    String title(Event event) {
        return sentences.title(notice(event), CHINESE);
    }

    String body(Event event) {
        return sentences.body(notice(event), CHINESE);
    }

    /** The page of the event's case; null where no public address is configured. */
    @Nullable
    String link(Event event) {
        UUID caseId = event.caseId();
        return home.isEmpty() ? null : caseId == null ? home + "/inbox" : home + "/cases/" + caseId;
    }

    LetterText letter(Event event) {
        List<String> paragraphs = body(event).lines().toList();
        return new LetterText(title(event), paragraphs, List.of(), link(event), word("open"), word("footer"));
    }

    LetterText letter(Digest digest) {
        Map<Digest.Kind, Long> totals =
                digest.sections().stream().collect(Collectors.toMap(Digest.Section::kind, Digest.Section::total));
        Object[] counts = Arrays.stream(Digest.Kind.values())
                .map(kind -> totals.getOrDefault(kind, 0L))
                .toArray();
        List<LetterText.Section> sections =
                digest.sections().stream().map(this::section).toList();
        String subject = word("digest.subject", digest.day(), counts[0], counts[1], counts[2]);
        String link = home.isEmpty() ? null : home + "/today";
        return new LetterText(subject, List.of(), sections, link, word("open"), word("footer"));
    }

    private LetterText.Section section(Digest.Section section) {
        List<LetterText.Row> rows = section.lines().stream()
                .map(line -> new LetterText.Row(line.caseNumber(), what(line), when(section.kind(), line)))
                .toList();
        long left = section.total() - rows.size();
        String title = word("section." + section.kind(), section.total());
        return new LetterText.Section(title, rows, left > 0 ? word("more", left) : null);
    }

    private String what(Digest.Line line) {
        String node = messages.find(NODES, line.what(), List.of(), CHINESE);
        return node == null ? word("what." + line.what()) : node;
    }

    private String when(Digest.Kind kind, Digest.Line line) {
        Integer days = line.days();
        if (line.due() == null || days == null) {
            return "";
        }
        boolean late = kind == Digest.Kind.TO_DECIDE && days > 0;
        return word("when." + kind + (late ? ".late" : ""), line.due(), days);
    }

    private Notice notice(Event event) {
        Map<String, String> params = Topic.outside(event.params(), word("hidden"));
        return new Notice(
                new UUID(0, 0),
                event.topic(),
                params,
                event.caseId(),
                event.nodeId(),
                event.forDay(),
                java.time.Instant.EPOCH,
                null);
    }

    private String word(String key, Object... params) {
        return messages.get(LETTERS, key, List.of(params), CHINESE);
    }
}
