package org.zhixing.flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.rules.TaskSlipAct;

/** The same act on many slips: each in a transaction of its own, so that one that is refused holds up no other. */
@ApplicationScoped
public class MoveTaskSlips {
    private final MoveTaskSlip moving;

    MoveTaskSlips(MoveTaskSlip moving) {
        this.moving = moving;
    }

    /** A slip in the version the caller has seen. */
    public record Item(UUID id, int version) {}

    /** What became of one slip; {@code refusal} null where it was done. */
    public record Outcome(UUID id, @Nullable Refusal refusal) {}

    /** One after the other in their order; a retry under the same key does again only what was not done. */
    public Uni<List<Outcome>> move(Actor by, TaskSlipAct act, List<Item> items, @Nullable String key) {
        return Multi.createFrom()
                .iterable(items.stream().distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(item -> one(by, act, item, key))
                .collect()
                .asList();
    }

    private Uni<Outcome> one(Actor by, TaskSlipAct act, Item item, @Nullable String key) {
        String own = key == null || key.isBlank() ? null : key + "/" + item.id();
        return moving.move(by, MoveTaskSlip.Request.of(item.id(), item.version(), act, null, own))
                .map(done -> new Outcome(item.id(), null))
                .onFailure(Refusal.class)
                .recoverWithItem(refused -> new Outcome(item.id(), (Refusal) refused));
    }
}
