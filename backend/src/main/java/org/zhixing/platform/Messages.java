package org.zhixing.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The message catalogues: Chinese by default, English with {@code Accept-Language: en}. */
@ApplicationScoped
public class Messages {
    /** Sentences of the API's refusals. */
    public static final String PROBLEMS = "messages/problems";

    /** A parameter that is itself a sentence of the same catalogue, under the given key. */
    public record Term(String key) {}

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The sentence, or null where the catalogue has none. */
    public @Nullable String find(String catalogue, String key, List<?> params, Locale locale) {
        ResourceBundle bundle = bundle(catalogue, locale);
        if (!bundle.containsKey(key)) {
            return null;
        }
        Object[] texts = params.stream()
                .map(p -> p instanceof Term term ? get(catalogue, term.key(), List.of(), locale) : String.valueOf(p))
                .toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
    }

    /** The sentence; a missing key is a programming error and shows as the key. */
    public String get(String catalogue, String key, List<?> params, Locale locale) {
        String found = find(catalogue, key, params, locale);
        return found == null ? key : found;
    }

    /** The sentence as it stands, its {@code {names}} unfilled; the key itself where the catalogue has none. */
    public String text(String catalogue, String key, Locale locale) {
        ResourceBundle bundle = bundle(catalogue, locale);
        return bundle.containsKey(key) ? bundle.getString(key) : key;
    }

    private static ResourceBundle bundle(String catalogue, Locale locale) {
        return ResourceBundle.getBundle(
                catalogue, Locale.ENGLISH.equals(locale) ? Locale.ENGLISH : Locale.ROOT, NO_FALLBACK);
    }

    /** English where the caller prefers it, else Chinese. */
    public static Locale locale(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage),
                    List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException malformed) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
