package org.zhixing.dossier.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of an enforcement file and what each way of closing wants of it. The clause 默认 marks what the court has
 * not laid down and may set otherwise.
 *
 * @param categories in the order of the file
 */
public record Catalogue(List<Category> categories, List<Closing> closings) {

    public record Category(String code, String zh, String en, String clause) {}

    /** What a case closed in that manner has in its volume. */
    public record Closing(String manner, List<Need> needs) {}

    /** @param mandatory whether a case is not closed in that manner without it */
    public record Need(String category, int atLeast, String clause, boolean mandatory) {}

    /** How many more items of a category are wanted. */
    public record Missing(String category, int count, String clause, boolean mandatory) {}

    public Catalogue {
        categories = List.copyOf(categories);
        closings = List.copyOf(closings);
        Set<String> codes = new HashSet<>();
        for (Category category : categories) {
            if (!codes.add(category.code())) {
                throw new IllegalArgumentException("twice in the catalogue: " + category.code());
            }
        }
        for (Closing closing : closings) {
            for (Need need : closing.needs()) {
                if (!codes.contains(need.category()) || need.atLeast() < 1) {
                    throw new IllegalArgumentException(closing.manner() + " wants " + need);
                }
            }
        }
    }

    /** The categories' codes in the order of the file. */
    public List<String> codes() {
        return categories.stream().map(Category::code).toList();
    }

    public Optional<Category> category(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** What is missing to close in that manner, in the policy's order. @param present items not removed, by category */
    public List<Missing> missing(String manner, Map<String, Integer> present) {
        return closings.stream()
                .filter(closing -> closing.manner().equals(manner))
                .flatMap(closing -> closing.needs().stream())
                .map(need -> new Missing(
                        need.category(),
                        need.atLeast() - present.getOrDefault(need.category(), 0),
                        need.clause(),
                        need.mandatory()))
                .filter(missing -> missing.count() > 0)
                .toList();
    }
}
