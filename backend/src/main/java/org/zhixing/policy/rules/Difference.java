package org.zhixing.policy.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One place at which two documents differ.
 *
 * @param path e.g. {@code policies[CLOSE_FAST].period}; lines are known by their key and not by their place
 * @param before null if it is not in the first
 * @param after null if it is not in the second
 */
public record Difference(
        String path, @Nullable String before, @Nullable String after) {

    /** What a line is known by, in this order. */
    private static final List<String> KEYS =
            List.of("code", "rule", "property", "manner", "category", "fromDay", "date", "subject", "seat", "fact");

    /** Lists whose order means something; of the others the lines say their place themselves. */
    private static final Pattern ORDERED = Pattern.compile("categories|rules\\[[A-Z_]+]\\.seats");

    /** Of documents made of maps, lists, texts and numbers, in the order of their paths. */
    public static List<Difference> between(@Nullable Object one, @Nullable Object other) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        spread("", one, before);
        spread("", other, after);
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Difference> found = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(before.get(path), after.get(path))) {
                found.add(new Difference(path, before.get(path), after.get(path)));
            }
        }
        return List.copyOf(found);
    }

    /** An empty list is nothing: between none and the first of something there is one difference. */
    private static void spread(String at, @Nullable Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> spread(at.isEmpty() ? name.toString() : at + "." + name, inner, into));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            if (ORDERED.matcher(at).matches()) {
                into.put(at, list.stream().map(line -> key(line, list)).collect(Collectors.joining(", ")));
            }
            for (Object line : list) {
                spread(at + "[" + key(line, list) + "]", line, into);
            }
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            into.put(at, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } else if (value != null && !(value instanceof List<?>)) {
            into.put(at, value.toString());
        }
    }

    private static String key(Object line, List<?> among) {
        return KEYS.stream()
                .map(key -> line instanceof Map<?, ?> map ? map.get(key) : null)
                .filter(Objects::nonNull)
                .map(Objects::toString)
                .findFirst()
                .orElseGet(() -> Integer.toString(among.indexOf(line)));
    }
}
