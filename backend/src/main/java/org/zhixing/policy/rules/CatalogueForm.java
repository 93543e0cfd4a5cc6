package org.zhixing.policy.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.dossier.rules.Catalogue;

/**
 * The policy of volumes as a form hands it in. Ways of closing are a closed set, and a category that volumes may hold is
 * never taken out; a court names and orders them, adds others, and says what each way of closing wants.
 */
public record CatalogueForm(
        @Nullable List<@Nullable CategoryLine> categories,
        @Nullable List<@Nullable ClosingLine> closings) {

    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_OF_ONE = 99;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    /** What the project ships where no text lays a thing down. */
    private static final String NOBODY_SAYS = "默认";

    /** See {@link Catalogue.Category}. */
    public record CategoryLine(
            @Nullable String code,
            @Nullable String zh,
            @Nullable String en,
            @Nullable String clause) {}

    /** See {@link Catalogue.Closing}. */
    public record ClosingLine(
            @Nullable ClosureManner manner, @Nullable List<@Nullable NeedLine> needs) {}

    /** See {@link Catalogue.Need}. */
    public record NeedLine(
            @Nullable String category,
            @Nullable Integer atLeast,
            @Nullable String clause,
            @Nullable Boolean mandatory) {}

    /** @param base the version published last */
    public Faults check(Catalogue base) {
        Faults faults = new Faults();
        Set<String> codes = categories(faults, base);
        Set<ClosureManner> seen = new HashSet<>();
        List<@Nullable ClosingLine> ways = Objects.requireNonNullElse(closings, List.of());
        for (int i = 0; i < ways.size(); i++) {
            String at = "closings[" + i + "]";
            ClosingLine way = ways.get(i);
            ClosureManner manner = way == null ? null : way.manner();
            if (way == null || manner == null) {
                faults.add(at + ".manner", null, "field.required");
                continue;
            }
            faults.unless(seen.add(manner), at + ".manner", manner, "policy.twice");
            needs(faults, at + ".needs", Objects.requireNonNullElse(way.needs(), List.of()), codes);
        }
        for (ClosureManner manner : ClosureManner.values()) {
            faults.unless(seen.contains(manner), "closings", manner, "policy.line-missing", manner);
        }
        return faults;
    }

    private Set<String> categories(Faults faults, Catalogue base) {
        Set<String> codes = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        List<@Nullable CategoryLine> all = Objects.requireNonNullElse(categories, List.of());
        faults.unless(all.size() <= MOST_CATEGORIES, "categories", all.size(), "field.items", MOST_CATEGORIES);
        for (int i = 0; i < all.size(); i++) {
            String at = "categories[" + i + "]";
            CategoryLine one = all.get(i);
            String code = one == null ? null : one.code();
            if (one == null || code == null || !CODE.matcher(code).matches()) {
                faults.add(at + ".code", code, "policy.category-code");
                continue;
            }
            faults.unless(codes.add(code), at + ".code", code, "policy.twice");
            faults.text(at + ".zh", one.zh(), NodeTableForm.LONGEST_NAME);
            faults.text(at + ".en", one.en(), NodeTableForm.LONGEST_NAME * 2);
            faults.text(at + ".clause", one.clause(), NodeTableForm.LONGEST_CLAUSE);
            String zh = one.zh();
            if (zh != null) {
                faults.unless(names.put(zh.strip(), code) == null, at + ".zh", zh, "policy.twice");
            }
        }
        base.codes().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> faults.add(
                        "categories",
                        code,
                        "policy.category-kept",
                        base.category(code).orElseThrow().zh()));
        return codes;
    }

    private static void needs(Faults faults, String field, List<@Nullable NeedLine> needs, Set<String> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < needs.size(); i++) {
            String at = field + "[" + i + "]";
            NeedLine need = needs.get(i);
            String category = need == null ? null : need.category();
            if (need == null || category == null || !codes.contains(category)) {
                faults.add(at + ".category", category, "field.unknown");
                continue;
            }
            faults.unless(seen.add(category), at + ".category", category, "policy.twice");
            faults.range(at + ".atLeast", need.atLeast(), 1, MOST_OF_ONE);
            faults.text(at + ".clause", need.clause(), NodeTableForm.LONGEST_CLAUSE);
            // What nobody has laid down holds no case open.
            String clause = need.clause();
            faults.unless(
                    !Boolean.TRUE.equals(need.mandatory())
                            || clause == null
                            || !clause.strip().equals(NOBODY_SAYS),
                    at + ".clause",
                    clause,
                    "policy.mandatory-clause");
        }
    }

    /** The document; only after {@link #check} found no fault. */
    public Catalogue document() {
        return new Catalogue(
                present(categories).stream()
                        .map(c -> new Catalogue.Category(
                                need(c.code()),
                                need(c.zh()).strip(),
                                need(c.en()).strip(),
                                need(c.clause()).strip()))
                        .toList(),
                present(closings).stream()
                        .map(c -> new Catalogue.Closing(
                                need(c.manner()).name(),
                                present(c.needs()).stream()
                                        .map(CatalogueForm::wanted)
                                        .toList()))
                        .toList());
    }

    private static Catalogue.Need wanted(NeedLine given) {
        return new Catalogue.Need(
                need(given.category()),
                need(given.atLeast()),
                need(given.clause()).strip(),
                Boolean.TRUE.equals(given.mandatory()));
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> all) {
        return Objects.requireNonNullElse(all, List.<@Nullable T>of()).stream()
                .map(CatalogueForm::need)
                .collect(Collectors.toList());
    }

    private static <T> T need(@Nullable T value) {
        return Objects.requireNonNull(value, "not checked");
    }
}
