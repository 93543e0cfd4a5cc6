package org.zhixing.panel.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhixing.signing.rules.Seat;

/**
 * What was deliberated, as the clerk records it.
 *
 * @param heldAt the hour, e.g. 09:30
 * @param resolution what the panel resolved
 */
public record Deliberation(
        LocalDate heldOn,
        String heldAt,
        String place,
        String matter,
        String discussion,
        String resolution,
        List<Opinion> opinions) {

    /** Those whose opinion is recorded; the clerk may add one. */
    public static final List<Seat> VOICES = List.of(Seat.CASE_JUDGE, Seat.CASE_EXECUTOR);

    private static final Set<Seat> MEMBERS = Set.of(Seat.CASE_JUDGE, Seat.CASE_EXECUTOR, Seat.CASE_CLERK);

    public Deliberation {
        opinions = List.copyOf(opinions);
    }

    /** Why it cannot stand, as a catalogue code; empty where it can. */
    public Optional<String> fault() {
        List<Seat> seats = opinions.stream().map(Opinion::seat).toList();
        if (Set.copyOf(seats).size() != seats.size() || !MEMBERS.containsAll(seats)) {
            return Optional.of("panel-not-member");
        }
        if (!seats.containsAll(VOICES)) {
            return Optional.of("panel-opinion-missing");
        }
        return carried() ? Optional.empty() : Optional.of("panel-not-carried");
    }

    /** The majority resolves; where the voices are equal the judge's decides, to whom clause 一(五) gives the ruling. */
    private boolean carried() {
        long against = opinions.stream().filter(Opinion::dissents).count();
        long in = opinions.size() - against;
        boolean judge = opinions.stream().anyMatch(o -> o.seat() == Seat.CASE_JUDGE && !o.dissents());
        return in > against || (in == against && judge);
    }

    /** The record as the minutes print it: what was said, then each member's opinion. */
    public String record(Map<Seat, String> names) {
        Stream<String> said = opinions.stream().map(o -> {
            String who = word(o.seat()) + names.getOrDefault(o.seat(), "");
            return who + (o.dissents() ? "（保留不同意见）：" : "（同意）：") + o.text();
        });
        return Stream.concat(Stream.of(discussion, "合议庭成员意见："), said).collect(Collectors.joining("\n"));
    }

    private static String word(Seat seat) {
        return switch (seat) {
            case CASE_JUDGE -> "法官";
            case CASE_EXECUTOR -> "执行员";
            default -> "书记员";
        };
    }
}
