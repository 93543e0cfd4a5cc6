package org.zhixing.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The message catalogues: Chinese by default, English with {@code Accept-Language: en}. */
@ApplicationScoped
public class Messages {
    /** Sentences of the API's refusals. */
    public static final String PROBLEMS = "messages/problems";

    /** A parameter that is itself a sentence of the same catalogue, under the given key. */
    public record Term(String key) {}

    private final Map<String, Map<String, String>> catalogues = new ConcurrentHashMap<>();

    /** The sentence, or null where the catalogue has none. */
    public @Nullable String find(String catalogue, String key, List<?> params, Locale locale) {
        String sentence = catalogue(catalogue, locale).get(key);
        if (sentence == null) {
            return null;
        }
        Object[] texts = params.stream()
                .map(p -> p instanceof Term term ? get(catalogue, term.key(), List.of(), locale) : String.valueOf(p))
                .toArray();
        return new MessageFormat(sentence, Locale.ROOT).format(texts);
    }

    /** The sentence; a missing key is a programming error and shows as the key. */
    public String get(String catalogue, String key, List<?> params, Locale locale) {
        String found = find(catalogue, key, params, locale);
        return found == null ? key : found;
    }

    /** The sentence as it stands, its {@code {names}} unfilled; the key itself where the catalogue has none. */
    public String text(String catalogue, String key, Locale locale) {
        return catalogue(catalogue, locale).getOrDefault(key, key);
    }

    private Map<String, String> catalogue(String name, Locale locale) {
        String file = name + (Locale.ENGLISH.equals(locale) ? "_en" : "") + ".properties";
        return catalogues.computeIfAbsent(file, Messages::read);
    }

    /** As a plain resource, which the native image keeps where it would not find a bundle. */
    private static Map<String, String> read(String file) {
        Properties sentences = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, sentences::getProperty));
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
