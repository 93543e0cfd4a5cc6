package org.zhixing.flow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Team;
import org.zhixing.audit.Entry;
import org.zhixing.notice.rules.Event;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;

/** A step of a task slip, as people are told of it and as the case's timeline keeps it. */
record TaskSlipTold(
        TaskSlip slip, TaskSlipAct act, UUID by, @Nullable String text, LocalDate today) {

    /** What the affairs team is told of where it has the slip already. */
    private static final Set<TaskSlipAct> ENDS = Set.of(TaskSlipAct.CANCEL, TaskSlipAct.PROVE, TaskSlipAct.REOPEN);

    /** To those whose turn it is now, and of an end to those who had to do with it; nobody is told of their own act. */
    Event event() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("number", slip.of().number());
        params.put("paper", slip.number().text());
        params.put("reason", text == null ? slip.task().target() : text);
        return new Event(
                act.topic(),
                act.topic() + ":" + slip.id() + ":" + slip.version(),
                people().filter(person -> !person.equals(by)).distinct().toList(),
                circles(),
                params,
                slip.of().id(),
                null,
                today);
    }

    private Stream<UUID> people() {
        TaskSlip.OfCase of = slip.of();
        Stream<UUID> handlers = Stream.of(Optional.ofNullable(of.judgeId()), Optional.ofNullable(of.executorId()))
                .flatMap(Optional::stream);
        Stream<UUID> asker = Stream.ofNullable(slip.requestedBy());
        return switch (act) {
            // What another court asks for is not dispatched by a judge of ours.
            case ASK -> comesIn() ? Stream.empty() : Stream.ofNullable(of.judgeId());
            case SIGN, RECEIVE -> asker;
            case ASSIGN, RETURN, ACCEPT -> slip.course().officers().stream();
            case HAND_IN -> Stream.concat(handlers, asker);
            case CANCEL -> Stream.concat(handlers, slip.course().officers().stream());
            case PROVE, REOPEN -> handlers;
        };
    }

    private boolean comesIn() {
        return slip.kind().way() == SlipWay.IN;
    }

    private List<Event.Circle> circles() {
        boolean desk = act == TaskSlipAct.SIGN
                || (comesIn() && (act == TaskSlipAct.HAND_IN || act == TaskSlipAct.REOPEN))
                || (ENDS.contains(act) && slip.course().signedBy() != null);
        return desk ? List.of(new Event.Circle(Roles.TEAM_LEADER, Team.AFFAIRS.name())) : List.of();
    }

    Entry entry() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("paper", slip.number().text());
        detail.put("kind", slip.kind().nameZh());
        detail.put("target", slip.task().target());
        detail.put("reason", text == null ? "" : text);
        return new Entry(act.topic(), slip.of().id(), slip.id(), detail);
    }
}
