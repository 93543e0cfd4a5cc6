package org.zhixing.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhixing.clock.Corrections.Moved;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.CaseSuspension.Effect;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Pauses;

/** What a suspension does, or would do, to the due dates of its case. */
public final class SuspensionEffects {
    private SuspensionEffects() {}

    /** What its approval today would do to the case's nodes, beside the suspensions that hold already. */
    public static List<Effect> preview(
            Nodes.Rulebook rulebook,
            CaseSuspension asked,
            List<CaseSuspension> present,
            List<Node> nodes,
            LocalDate today) {
        CaseSuspension approved =
                asked.decided(CaseSuspension.Status.APPROVED, new CaseSuspension.Act(asked.askedBy(), today, null));
        List<CaseSuspension> all = Stream.concat(
                        present.stream().filter(each -> !each.id().equals(asked.id())), Stream.of(approved))
                .toList();
        List<Moved> moved = nodes.stream()
                .filter(node -> node.cancelledOn() == null)
                .map(node -> new Moved(node, rulebook.paused(node, all, today)))
                .toList();
        return of(rulebook, approved, moved);
    }

    /** The nodes concerned, by their new dates; "before" stays what it was at the approval. */
    public static List<Effect> of(Nodes.Rulebook rulebook, CaseSuspension changed, List<Moved> moved) {
        List<Effect> effects = new ArrayList<>();
        for (Moved each : moved) {
            UUID id = each.after().id();
            Optional<Effect> kept = changed.effects().stream()
                    .filter(effect -> effect.nodeId().equals(id))
                    .findFirst();
            boolean concerned = each.after().open() && rulebook.concerns(changed.reason(), each.after());
            if (concerned || each.redated() || kept.isPresent()) {
                LocalDate before = kept.isPresent()
                        ? kept.get().before()
                        : Pauses.known(each.before().dueOn());
                effects.add(new Effect(
                        id,
                        each.after().code(),
                        before,
                        Pauses.known(each.after().dueOn())));
            }
        }
        return effects;
    }
}
