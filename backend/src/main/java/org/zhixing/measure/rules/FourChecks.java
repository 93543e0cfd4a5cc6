package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the four checks (四查: deposits, real estate, vehicles, business registration) found of the respondents', against the
 * claim (一(一)4). It tells the triage desk; the desk decides.
 *
 * @param claim CNY; null where the case has none
 * @param counted CNY of what they found, each property once at its newest value
 * @param behind CNY that they found, too, but that another court holds first: not counted
 * @param unvalued how many of what they found nobody has valued
 */
public record FourChecks(
        Verdict verdict,
        @Nullable BigDecimal claim,
        BigDecimal counted,
        BigDecimal behind,
        int unvalued,
        List<Check> checks) {

    public static final String CLAUSE = "一(一)4";

    /** What the figures say. */
    public enum Verdict {
        /** Enough is found, whatever has not been asked yet. */
        SUFFICIENT,
        /** All four were asked of every respondent, everything is valued, and it is not enough. */
        INSUFFICIENT,
        /** Not enough so far, and not everything was asked. */
        NOT_ALL_ASKED,
        /** Not enough so far, and something that was found has no value. */
        NOT_ALL_VALUED,
        /** The case claims no amount. */
        NO_CLAIM
    }

    /**
     * One of the four.
     *
     * @param asked of how many respondents it was asked
     * @param of how many there are
     * @param lastOn when it was asked last; null: never
     * @param found how many properties it found
     * @param value CNY of those that count
     */
    public record Check(
            CheckKind kind, int asked, int of, @Nullable LocalDate lastOn, int found, BigDecimal value) {}

    /** Property of the case. @param othersFirst whether another court's measure on it runs now */
    public record Found(Asset.Facts facts, boolean othersFirst) {
        static boolean othersFirst(List<Measure> queue, LocalDate today) {
            return queue.stream().anyMatch(m -> m.otherCourt() != null && m.status(today) == MeasureStatus.RUNNING);
        }

        /** @param queue the measures on it, settled up to that day */
        public static Found of(Asset asset, List<Measure> queue, LocalDate today) {
            return new Found(asset.facts(), othersFirst(queue, today));
        }

        private boolean byCheck() {
            return facts.source() == AssetSource.ONLINE_CHECK || facts.source() == AssetSource.OFFLINE_CHECK;
        }
    }

    public FourChecks {
        checks = List.copyOf(checks);
    }

    /**
     * @param claim CNY; null where the case has none
     * @param results what institutions said, of every respondent and check
     */
    public static FourChecks of(
            @Nullable BigDecimal claim, Set<String> respondents, List<QueryResult> results, List<Found> property) {
        List<Found> found = property.stream().filter(Found::byCheck).toList();
        List<Check> checks = Arrays.stream(CheckKind.values())
                .filter(CheckKind::ofTheFour)
                .map(kind -> check(kind, respondents, results, found))
                .toList();
        List<Found> ofTheFour = found.stream().filter(FourChecks::ofTheFour).toList();
        BigDecimal counted = sum(ofTheFour.stream().filter(f -> !f.othersFirst()));
        BigDecimal behind = sum(ofTheFour.stream().filter(Found::othersFirst));
        int unvalued = (int) ofTheFour.stream()
                .filter(f -> f.facts().value() == null && !f.othersFirst())
                .count();
        boolean allAsked = checks.stream().allMatch(c -> c.of() > 0 && c.asked() == c.of());
        return new FourChecks(verdict(claim, counted, allAsked, unvalued), claim, counted, behind, unvalued, checks);
    }

    /** How far what was found falls short of the claim, in CNY; zero where it does not. */
    public BigDecimal shortBy() {
        return claim == null ? BigDecimal.ZERO : claim.subtract(counted).max(BigDecimal.ZERO);
    }

    /** Whether the case's recorded fact says otherwise than the figures, which say nothing while they are not whole. */
    public boolean differsFrom(boolean recordedSufficient) {
        return verdict == Verdict.SUFFICIENT && !recordedSufficient
                || verdict == Verdict.INSUFFICIENT && recordedSufficient;
    }

    private static Verdict verdict(@Nullable BigDecimal claim, BigDecimal counted, boolean allAsked, int unvalued) {
        if (claim == null || claim.signum() == 0) {
            return Verdict.NO_CLAIM;
        }
        if (counted.compareTo(claim) >= 0) {
            return Verdict.SUFFICIENT;
        }
        if (!allAsked) {
            return Verdict.NOT_ALL_ASKED;
        }
        return unvalued > 0 ? Verdict.NOT_ALL_VALUED : Verdict.INSUFFICIENT;
    }

    private static boolean ofTheFour(Found f) {
        return Arrays.stream(CheckKind.values())
                .anyMatch(kind -> kind.ofTheFour() && kind.found() == f.facts().kind());
    }

    /** A check was asked of a respondent where a result says so, or where something that it finds was found by a check. */
    private static Check check(CheckKind kind, Set<String> respondents, List<QueryResult> results, List<Found> found) {
        List<QueryResult> answers = results.stream()
                .filter(r -> r.check() == kind && respondents.contains(r.respondent()))
                .toList();
        List<Found> things = found.stream()
                .filter(f -> f.facts().kind() == kind.found()
                        && respondents.contains(f.facts().respondent()))
                .toList();
        Set<String> asked = Stream.concat(
                        answers.stream().map(QueryResult::respondent),
                        things.stream().map(f -> f.facts().respondent()))
                .collect(Collectors.toSet());
        Optional<LocalDate> last = Stream.concat(
                        answers.stream().map(QueryResult::queriedOn),
                        things.stream().map(f -> f.facts().foundOn()))
                .max(Comparator.naturalOrder());
        return new Check(
                kind,
                asked.size(),
                respondents.size(),
                last.orElse(null),
                things.size(),
                sum(things.stream().filter(f -> !f.othersFirst())));
    }

    private static BigDecimal sum(Stream<Found> some) {
        return some.flatMap(f -> Stream.ofNullable(f.facts().value())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
