package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new result does to the property that a case knows. It never takes anything back: what people wrote or an appraiser
 * valued stays, and that nothing was found says nothing of what was found before.
 */
public sealed interface QueryEffect {

    /** Property that nobody knew of. */
    record Add(Asset.Facts facts) implements QueryEffect {}

    /** Known property, of which the result says something newer. */
    record Update(Asset known, Asset.Facts facts) implements QueryEffect {}

    /** The result stands for itself. @param known the property it speaks of; null where nothing was found */
    record Note(@Nullable Asset known) implements QueryEffect {}

    /** The name under which the preview shows it. */
    default String word() {
        if (this instanceof Add) {
            return "ADD";
        }
        return this instanceof Update ? "UPDATE" : "NOTE";
    }

    /**
     * @param ofCase the case's property as it stands
     * @param knownOn the newest day of which a result about that property is recorded; null where none is
     */
    static QueryEffect of(QueryResult result, List<Asset> ofCase, @Nullable LocalDate knownOn) {
        if (!result.found()) {
            return new Note(null);
        }
        Optional<Asset> same = same(result, ofCase);
        if (same.isEmpty()) {
            return new Add(facts(result));
        }
        Asset known = same.get();
        Asset.Facts now = newer(known.facts(), result);
        boolean old = knownOn != null && result.queriedOn().isBefore(knownOn);
        return old || sameFacts(now, known.facts()) ? new Note(known) : new Update(known, now);
    }

    /** Of the same respondent and sort, with the same number; without one, of the same words at the same place. */
    static Optional<Asset> same(QueryResult result, List<Asset> ofCase) {
        return ofCase.stream()
                .filter(a -> a.facts().respondent().equals(result.respondent()))
                .filter(a -> a.facts().kind() == result.check().found())
                .filter(a -> result.identifier() == null
                        ? a.facts().description().equals(result.description())
                                && result.institution().equals(a.facts().holder())
                        : QueryResult.identity(a.facts().identifier(), "").equals(result.identity()))
                .findFirst();
    }

    private static Asset.Facts facts(QueryResult r) {
        return new Asset.Facts(
                r.check().found(),
                r.respondent(),
                Objects.requireNonNullElseGet(
                        r.description(), () -> r.institution() + " " + tail(Objects.requireNonNull(r.identifier()))),
                r.institution(),
                r.identifier(),
                r.value(),
                false,
                r.way(),
                r.queriedOn(),
                r.disposable());
    }

    /** The end of a number names a thing without giving it away to those who may not see it. */
    private static String tail(String identifier) {
        return identifier.length() <= 4 ? identifier : "尾号" + identifier.substring(identifier.length() - 4);
    }

    private static Asset.Facts newer(Asset.Facts known, QueryResult r) {
        BigDecimal value = known.appraised() || r.value() == null ? known.value() : r.value();
        return new Asset.Facts(
                known.kind(),
                known.respondent(),
                known.description(),
                known.holder() == null ? r.institution() : known.holder(),
                known.identifier(),
                value,
                known.appraised(),
                known.source(),
                known.foundOn(),
                known.disposable() || r.disposable());
    }

    private static boolean sameFacts(Asset.Facts a, Asset.Facts b) {
        BigDecimal x = a.value();
        BigDecimal y = b.value();
        boolean sameValue = x == null ? y == null : y != null && x.compareTo(y) == 0;
        return sameValue && a.disposable() == b.disposable() && Objects.equals(a.holder(), b.holder());
    }
}
