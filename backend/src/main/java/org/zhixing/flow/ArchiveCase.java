package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.dossier.Completeness;
import org.zhixing.ledger.Leftovers;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/**
 * The archive desk takes a closed case's volume into the archive (归档, 二(五)). However the case was closed, its money is
 * paid out by then, no node waits for a proof that the volume could no longer take, and what that way of closing wants is
 * there.
 */
@ApplicationScoped
public class ArchiveCase {
    private static final String NODES = "messages/nodes";

    private final Database database;
    private final CaseFile file;
    private final Cases cases;
    private final Nodes nodes;
    private final Leftovers leftovers;
    private final Completeness completeness;
    private final Messages messages;
    private final Audit audit;
    private final CourtClock clock;

    ArchiveCase(
            Database database,
            CaseFile file,
            Cases cases,
            Nodes nodes,
            Leftovers leftovers,
            Completeness completeness,
            Messages messages,
            Audit audit,
            CourtClock clock) {
        this.database = database;
        this.file = file;
        this.cases = cases;
        this.nodes = nodes;
        this.leftovers = leftovers;
        this.completeness = completeness;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** 404 out of sight, 412 changed meanwhile, 403 not the archive desk, 422 where something is still owed. */
    public Uni<Void> archive(Actor actor, UUID id, int version) {
        return database.inTransaction(tx -> file.lock(tx, actor, id, version, CaseAct.ARCHIVE)
                .map(CaseFile.Open::subject)
                .call(subject -> leftovers.refuse(tx, actor.courtId(), id))
                .call(subject -> nodes.lockOfCase(tx, actor.courtId(), id).invoke(this::refuseOwed))
                .call(subject -> completeness.refuseArchiving(tx, actor.courtId(), id, manner(subject)))
                .chain(subject -> archive(tx, actor, subject)));
    }

    private static String manner(EnforcementCase subject) {
        return Objects.requireNonNull(subject.closure()).manner().name();
    }

    private void refuseOwed(List<Node> all) {
        List<Node> owed = all.stream().filter(Node::open).toList();
        if (!owed.isEmpty()) {
            throw Refusal.rule(
                    "nodes-owed",
                    owed.stream().map(Node::clause).distinct().collect(Collectors.joining("；")),
                    names(owed, "、", Locale.SIMPLIFIED_CHINESE),
                    names(owed, ", ", Locale.ENGLISH));
        }
    }

    private String names(List<Node> owed, String between, Locale locale) {
        return owed.stream()
                .map(node -> messages.get(NODES, node.code().name(), List.of(), locale))
                .distinct()
                .collect(Collectors.joining(between));
    }

    private Uni<Void> archive(SqlConnection tx, Actor actor, EnforcementCase subject) {
        var archiving = new EnforcementCase.Archiving(clock.today(), actor.personId());
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("archivedOn", archiving.on().toString());
        detail.put("changed", List.of("archiving"));
        detail.put("version", subject.version() + 1);
        return cases.update(tx, subject.archived(archiving))
                .chain(() -> audit.write(
                        tx, Audit.by(actor), List.of(new Entry("case.archived", subject.id(), subject.id(), detail))));
    }
}
