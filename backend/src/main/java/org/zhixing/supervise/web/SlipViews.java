package org.zhixing.supervise.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.NodeView;
import org.zhixing.clock.NodeViews;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.rules.SlipAnswer;
import org.zhixing.supervise.rules.SlipPermits;

/** Puts slips into the caller's words; a page costs the same few queries as one slip. */
@ApplicationScoped
public class SlipViews {
    private final Nodes nodes;
    private final NodeViews nodeViews;
    private final Names names;
    private final Files files;
    private final Database database;
    private final CourtClock clock;

    SlipViews(Nodes nodes, NodeViews nodeViews, Names names, Files files, Database database, CourtClock clock) {
        this.nodes = nodes;
        this.nodeViews = nodeViews;
        this.names = names;
        this.files = files;
        this.database = database;
        this.clock = clock;
    }

    /** What is looked up once for all the slips of an answer. */
    private record Around(
            Actor actor,
            Map<UUID, Node> nodes,
            Map<UUID, NodeView> shown,
            Map<UUID, StoredFile> files,
            Map<UUID, Names.Known> names) {
        PersonRef person(UUID id) {
            return new PersonRef(id, names.getOrDefault(id, Names.Known.NOBODY).name());
        }

        @Nullable
        PersonRef personIf(@Nullable UUID id) {
            return id == null ? null : person(id);
        }
    }

    public Uni<SlipView> of(Actor actor, Slip slip, Locale locale) {
        return of(actor, List.of(slip), locale).map(all -> all.get(0));
    }

    /** In the given order. */
    public Uni<List<SlipView>> of(Actor actor, List<Slip> slips, Locale locale) {
        List<UUID> about = slips.stream().map(Slip::nodeId).distinct().toList();
        List<UUID> evidence = slips.stream()
                .flatMap(slip -> slip.answers().stream())
                .map(SlipAnswer::fileId)
                .flatMap(Stream::ofNullable)
                .toList();
        int court = actor.courtId();
        return nodes.byIds(database.reading(), court, about)
                .chain(found -> nodeViews
                        .of(actor, List.copyOf(found.values()), locale)
                        .chain(shown -> files.find(database.reading(), court, evidence)
                                .chain(kept -> names.of(court)
                                        .map(known -> new Around(actor, found, byId(shown), kept, known)))))
                .map(around -> slips.stream().map(slip -> view(slip, around)).toList());
    }

    private static Map<UUID, NodeView> byId(List<NodeView> shown) {
        return shown.stream().collect(Collectors.toMap(NodeView::id, Function.identity()));
    }

    private SlipView view(Slip slip, Around around) {
        Node node = Objects.requireNonNull(around.nodes().get(slip.nodeId()));
        int late = slip.daysLate(clock.today());
        return new SlipView(
                slip.id(),
                slip.number().text(),
                slip.caseId(),
                slip.caseNumber(),
                slip.caseTeam(),
                Objects.requireNonNull(around.shown().get(slip.nodeId())),
                slip.reason(),
                around.person(slip.issuedBy()),
                slip.issuedOn(),
                slip.answerDue(),
                slip.status(),
                late == 0 ? null : late,
                slip.answers().stream().map(answer -> answer(answer, around)).toList(),
                withdrawal(slip.withdrawal(), around),
                slip.version(),
                List.copyOf(SlipPermits.allowed(around.actor(), slip, node)));
    }

    private static SlipView.Answer answer(SlipAnswer answer, Around around) {
        UUID id = answer.fileId();
        StoredFile file = id == null ? null : around.files().get(id);
        return new SlipView.Answer(
                answer.round(),
                answer.text(),
                file == null ? null : new NodeView.Evidence(file.id(), file.name(), file.size(), file.sha256()),
                around.person(answer.answeredBy()),
                answer.answeredOn(),
                answer.answerDue(),
                answer.daysLate(),
                answer.decision(),
                around.personIf(answer.decidedBy()),
                answer.decidedOn(),
                answer.decisionReason());
    }

    private static SlipView.@Nullable Withdrawal withdrawal(Slip.@Nullable Withdrawal ending, Around around) {
        return ending == null
                ? null
                : new SlipView.Withdrawal(around.person(ending.by()), ending.on(), ending.reason());
    }
}
