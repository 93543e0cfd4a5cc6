package org.zhixing.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail's content; the two templates lay it out. */
public record LetterText(
        String subject,
        List<String> paragraphs,
        List<Section> sections,
        @Nullable String link,
        String linkName,
        String footer) {

    /** A heading with rows below it; {@code more} says what is left out. */
    public record Section(
            String title, List<Row> rows, @Nullable String more) {}

    /** A case, what is to be done, and when. */
    public record Row(String number, String what, String when) {}

    String text() {
        return Templates.text(this).render();
    }

    String html() {
        return Templates.page(this).render();
    }

    /** {@code templates/letter/}. */
    @CheckedTemplate(basePath = "letter")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance text(LetterText letter);

        static native TemplateInstance page(LetterText letter);
    }
}
