package org.zhixing.measure.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The measures on one asset. Where the first falls away the next moves up and its time begins on that day: on the day of
 * the release, or on the day after the last one where nobody renewed it.
 */
public record MeasureQueue(List<Measure> all) {

    public MeasureQueue {
        all = List.copyOf(all);
    }

    /** As it stands on that day, every end in between seen to. */
    public MeasureQueue settled(LocalDate today) {
        List<Measure> now = new ArrayList<>(all);
        LocalDate free = null;
        while (true) {
            Optional<Measure> running = now.stream()
                    .filter(m -> m.status(today) == MeasureStatus.RUNNING)
                    .findFirst();
            Optional<Measure> next = now.stream()
                    .filter(m -> m.status(today) == MeasureStatus.WAITING)
                    .min(Comparator.comparingInt(Measure::place));
            if (running.isPresent() || next.isEmpty()) {
                return new MeasureQueue(placed(now, today));
            }
            free = freeFrom(now, free);
            LocalDate from = free.isBefore(next.get().takenOn()) ? next.get().takenOn() : free;
            now.set(now.indexOf(next.get()), next.get().begun(from));
        }
    }

    /**
     * A new one behind those that stand. With nobody before it, it runs from the day it was taken until {@code endsOn}
     * (null: for as long as the law lets it), yet never from before the place was free.
     */
    public MeasureQueue taken(Measure added, @Nullable LocalDate endsOn, LocalDate today) {
        MeasureQueue now = settled(today);
        List<Measure> with = new ArrayList<>(now.all);
        with.add(added.at(with.size() + 1));
        MeasureQueue queued = new MeasureQueue(with).settled(today);
        boolean first = queued.find(added.id())
                .filter(m -> added.takenOn().equals(m.startsOn()))
                .isPresent();
        return first && endsOn != null
                ? queued.changed(added.id(), m -> m.until(endsOn)).settled(today)
                : queued;
    }

    public MeasureQueue renewed(UUID id, LocalDate endsOn, LocalDate today) {
        return settled(today).changed(id, m -> m.until(endsOn));
    }

    public MeasureQueue released(UUID id, LocalDate today, String reason) {
        return settled(today).changed(id, m -> m.released(today, reason)).settled(today);
    }

    /** The queue stays as it is: what was given up is the measure's own. */
    public MeasureQueue partlyReleased(UUID id, Lifted now, LocalDate today) {
        return settled(today).changed(id, m -> m.without(now));
    }

    public Optional<Measure> find(UUID id) {
        return all.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    private MeasureQueue changed(UUID id, UnaryOperator<Measure> change) {
        return new MeasureQueue(
                all.stream().map(m -> m.id().equals(id) ? change.apply(m) : m).toList());
    }

    /** The day on which the place before became free: the latest end of those that ever ran. */
    private static LocalDate freeFrom(List<Measure> now, @Nullable LocalDate atLeast) {
        LocalDate ended = now.stream()
                .flatMap(m -> Optional.ofNullable(endOf(m)).stream())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return atLeast == null || ended.isAfter(atLeast) ? ended : atLeast;
    }

    private static @Nullable LocalDate endOf(Measure m) {
        LocalDate ends = m.endsOn();
        LocalDate released = m.releasedOn();
        if (ends == null) {
            return null;
        }
        return released != null ? released : ends.plusDays(1);
    }

    /** Whoever stands keeps the order and closes up; whoever ended keeps the place it had. */
    private static List<Measure> placed(List<Measure> now, LocalDate today) {
        List<Measure> order = now.stream()
                .filter(m -> m.stands(today))
                .sorted(Comparator.comparing((Measure m) -> m.endsOn() == null).thenComparingInt(Measure::place))
                .toList();
        return now.stream()
                .map(m -> order.contains(m) ? m.at(order.indexOf(m) + 1) : m)
                .toList();
    }
}
