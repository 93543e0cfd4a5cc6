package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.CaseSuspension.Effect;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.SuspensionPermits;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** Puts suspensions into the caller's words; a page costs the same few queries as one. */
@ApplicationScoped
public class SuspensionViews {
    private static final String NAMES = "messages/nodes";

    private final Suspensions suspensions;
    private final Nodes nodes;
    private final Cases cases;
    private final Names names;
    private final Database database;
    private final CourtClock clock;
    private final Messages messages;

    SuspensionViews(
            Suspensions suspensions,
            Nodes nodes,
            Cases cases,
            Names names,
            Database database,
            CourtClock clock,
            Messages messages) {
        this.suspensions = suspensions;
        this.nodes = nodes;
        this.cases = cases;
        this.names = names;
        this.database = database;
        this.clock = clock;
        this.messages = messages;
    }

    /** What all suspensions of one page share; nodes and the cases' suspensions are those of what is only asked. */
    private record Around(
            Actor actor,
            LocalDate today,
            Locale locale,
            Map<UUID, Names.Known> names,
            Set<UUID> handled,
            Set<UUID> open,
            Nodes.Rulebook rulebook,
            List<Node> nodes,
            List<CaseSuspension> present) {}

    /** In the given order. */
    public Uni<List<SuspensionView>> of(Actor actor, List<CaseSuspension> all, Locale locale) {
        var client = database.reading();
        int court = actor.courtId();
        List<UUID> caseIds = all.stream().map(CaseSuspension::caseId).distinct().toList();
        List<UUID> asked = all.stream()
                .filter(each -> each.status() == CaseSuspension.Status.ASKED)
                .map(CaseSuspension::caseId)
                .distinct()
                .toList();
        return names.of(court)
                .chain(named -> cases.handledBy(client, court, actor.personId(), caseIds)
                        .chain(handled -> cases.openAmong(client, court, caseIds)
                                .chain(open -> nodes.rulebook(client, court)
                                        .chain(rulebook -> nodes.ofCases(client, court, asked)
                                                .chain(found -> suspensions
                                                        .ofCases(client, court, asked)
                                                        .map(present -> new Around(
                                                                actor,
                                                                clock.today(),
                                                                locale,
                                                                named,
                                                                handled,
                                                                open,
                                                                rulebook,
                                                                found,
                                                                present)))))))
                .map(around -> all.stream().map(each -> view(each, around)).toList());
    }

    /** Effects in the caller's words. */
    public List<SuspensionView.Effect> effects(List<Effect> effects, Locale locale) {
        return effects.stream()
                .map(effect -> new SuspensionView.Effect(
                        effect.nodeId(), effect.code(), name(effect.code(), locale), effect.before(), effect.after()))
                .toList();
    }

    private String name(NodeCode code, Locale locale) {
        return messages.get(NAMES, code.name(), List.of(), locale);
    }

    private SuspensionView view(CaseSuspension s, Around around) {
        var situation = new SuspensionPermits.Situation(
                around.open().contains(s.caseId()), around.handled().contains(s.caseId()));
        CaseSuspension.Act decided = s.decided();
        CaseSuspension.Act ended = s.ended();
        CaseSuspension.Act cancelled = s.cancelled();
        return new SuspensionView(
                s.id(),
                s.caseId(),
                s.caseNumber(),
                s.reason(),
                s.reason().clause(),
                s.from(),
                s.resume(),
                s.note(),
                s.status(),
                s.phase(around.today()),
                new PersonRef(s.askedBy(), known(s.askedBy(), around)),
                s.askedOn(),
                who(decided, around),
                decided == null ? null : decided.on(),
                decided == null ? null : decided.reason(),
                who(ended, around),
                ended == null ? null : ended.on(),
                who(cancelled, around),
                cancelled == null ? null : cancelled.on(),
                cancelled == null ? null : cancelled.reason(),
                effects(current(s, around), around.locale()),
                s.version(),
                SuspensionPermits.allowed(around.actor(), s, situation));
    }

    private static List<Effect> current(CaseSuspension s, Around around) {
        if (s.status() != CaseSuspension.Status.ASKED) {
            return s.effects();
        }
        return SuspensionEffects.preview(
                around.rulebook(),
                s,
                around.present().stream()
                        .filter(each -> each.caseId().equals(s.caseId()))
                        .toList(),
                around.nodes().stream()
                        .filter(node -> node.caseId().equals(s.caseId()))
                        .toList(),
                around.today());
    }

    private static @Nullable PersonRef who(CaseSuspension.@Nullable Act act, Around around) {
        return act == null ? null : new PersonRef(act.by(), known(act.by(), around));
    }

    private static String known(UUID id, Around around) {
        return around.names().getOrDefault(id, Names.Known.NOBODY).name();
    }
}
