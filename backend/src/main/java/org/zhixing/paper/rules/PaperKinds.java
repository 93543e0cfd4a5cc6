package org.zhixing.paper.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of papers the court makes.
 *
 * @param publicationDays days after which service by publication is held done
 * @param publicationClause where that stands
 */
public record PaperKinds(int publicationDays, String publicationClause, List<Kind> kinds) {

    /**
     * One kind.
     *
     * @param word under which its numbers run, e.g. 执通; kinds may share one
     * @param category of the e-file
     * @param evidence whether it proves the open node of its category done
     * @param served whether it is served on somebody
     * @param desk the seat of a desk that drafts it beside the handlers; "" where none does
     * @param recorder the seat that alone writes it, from an act of its own room; "" where it is drafted by hand
     */
    public record Kind(
            String code,
            String zh,
            String en,
            String word,
            String category,
            boolean evidence,
            boolean served,
            String desk,
            String recorder) {

        /** Whether it is written by an act of another room, such as a panel, and not by hand. */
        public boolean recorded() {
            return !recorder.isEmpty();
        }
    }

    public PaperKinds {
        kinds = List.copyOf(kinds);
        Set<String> codes = new HashSet<>();
        if (publicationDays < 1 || !kinds.stream().allMatch(kind -> codes.add(kind.code()))) {
            throw new IllegalArgumentException("kinds of papers: " + kinds);
        }
    }

    public Optional<Kind> find(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    public Kind kind(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
