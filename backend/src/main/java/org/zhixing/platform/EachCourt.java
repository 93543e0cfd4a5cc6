package org.zhixing.platform;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A sweep of the courts, one after the other: one court's failure does not keep the others waiting. */
public final class EachCourt {
    private EachCourt() {}

    /**
     * Answers the sum of what was done.
     *
     * @param failed told which courts failed, as the words of a sentence, and why; answers what counts for them
     */
    public static Uni<Integer> sum(
            Uni<List<Integer>> courts, IntFunction<Uni<Integer>> work, BiFunction<String, Throwable, Integer> failed) {
        return courts.onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(court ->
                        work.apply(court).onFailure().recoverWithItem(e -> failed.apply("of court " + court, e)))
                .collect()
                .with(Collectors.summingInt(n -> n))
                .onFailure()
                .recoverWithItem(e -> failed.apply("of every court", e));
    }
}
