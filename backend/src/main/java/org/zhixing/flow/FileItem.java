package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Completion;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Stop;
import org.zhixing.dossier.Catalogues;
import org.zhixing.dossier.Completeness;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/**
 * Files an item in a case's volume; the open node that it is evidence for is done by it. A closed case takes only the
 * proof that one of its nodes still owes (二(三)1) and what its way of closing still wants; one in the archive nothing.
 */
@RegisterForReflection(
        targets = {FileItem.ItemFiled.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class FileItem {
    private static final Comparator<Node> FIRST_DUE =
            Comparator.comparing(Node::dueOn).thenComparing(Node::id);

    private final Cases cases;
    private final Nodes nodes;
    private final Files files;
    private final Volumes volumes;
    private final Catalogues catalogues;
    private final Completeness completeness;
    private final EndSlip slip;
    private final Audit audit;
    private final CourtClock clock;

    FileItem(
            Cases cases,
            Nodes nodes,
            Files files,
            Volumes volumes,
            Catalogues catalogues,
            Completeness completeness,
            EndSlip slip,
            Audit audit,
            CourtClock clock) {
        this.cases = cases;
        this.nodes = nodes;
        this.files = files;
        this.volumes = volumes;
        this.catalogues = catalogues;
        this.completeness = completeness;
        this.slip = slip;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param nodeId the node it is to prove; null: the open node, if any, that asks for its category */
    public record Request(
            UUID caseId,
            String category,
            String title,
            UUID fileId,
            Source source,
            @Nullable Instant takenAt,
            @Nullable String place,
            @Nullable String note,
            @Nullable UUID nodeId) {}

    public record ItemFiled(UUID itemId, @Nullable UUID completedNode) {}

    /** 404 out of sight, 403 not theirs to file, 409 ended, 422 closed or of another category. The audit comes last. */
    public Uni<ItemFiled> file(SqlConnection tx, Actor by, Request request) {
        return file(tx, by, request, false);
    }

    /**
     * What an officer of a task slip brings back from the case: the slip, which the caller has seen to, is the right to
     * file it, also where the case is out of the officer's sight. It proves the node that is named, the slip's own, where
     * that is open and asks for it; it proves no other slip's.
     */
    public Uni<ItemFiled> bring(SqlConnection tx, Actor by, Request request) {
        return file(tx, by, request, true);
    }

    /**
     * A paper the court itself issued: it proves the open node that asks for its category, whoever signed it last. The
     * act has locked the case and seen to who may.
     */
    public Uni<ItemFiled> issue(SqlConnection tx, Actor by, Request request) {
        return known(tx, by, request)
                .chain(() -> nodes.lockOfCase(tx, by.courtId(), request.caseId()))
                .map(all -> owed(all, request.category()).min(FIRST_DUE))
                .chain(node -> put(tx, by, request, node.orElse(null)));
    }

    /**
     * The paper of an act on the case that proves no node. The act has locked the case and seen to who may; a closed case
     * whose act is still lawful takes its paper, too.
     */
    public Uni<ItemFiled> attach(SqlConnection tx, Actor by, Request request) {
        return known(tx, by, request).chain(() -> put(tx, by, request, null));
    }

    /**
     * The letter that answers a delegation: the node is done by it on the day that the letter bears, and open again without
     * it. The act has locked the case and the node, and seen to who may.
     *
     * @param node null where the policy counts no days
     */
    public Uni<ItemFiled> answer(SqlConnection tx, Actor by, Request request, @Nullable Node node, LocalDate on) {
        return known(tx, by, request).chain(() -> put(tx, by, request, node, on));
    }

    private Uni<ItemFiled> file(SqlConnection tx, Actor by, Request request, boolean brought) {
        return known(tx, by, request)
                .chain(() -> brought ? cases.lockWhole(tx, by.courtId(), request.caseId()) : seen(tx, by, request))
                .chain(whole -> wants(tx, whole, request.category())
                        .chain(wanted -> nodes.lockOfCase(tx, by.courtId(), whole.id())
                                .map(all -> target(by, new Volume(whole, wanted), all, request, brought))
                                .chain(node -> put(tx, by, request, node.orElse(null)))));
    }

    /** @param wants whether it takes an item of the category that proves no node */
    private record Volume(EnforcementCase whole, boolean wants) {}

    private Uni<Boolean> wants(SqlConnection tx, EnforcementCase whole, String category) {
        EnforcementCase.Closure closure = whole.closure();
        return whole.open() || closure == null || whole.archiving() != null
                ? Uni.createFrom().item(whole.open())
                : completeness.lacks(
                        tx, whole.courtId(), whole.id(), closure.manner().name(), category);
    }

    private Uni<Void> known(SqlConnection tx, Actor by, Request request) {
        return catalogues
                .today(tx, by.courtId())
                .invoke(catalogue -> {
                    if (catalogue.document().category(request.category()).isEmpty()) {
                        throw Refusal.field("category", request.category(), "field.unknown");
                    }
                })
                .replaceWithVoid();
    }

    /** A node may be in sight where its case is not: the teams that answer for it work on others' cases. */
    private Uni<EnforcementCase> seen(SqlConnection tx, Actor by, Request request) {
        UUID nodeId = request.nodeId();
        return nodeId == null
                ? cases.lock(tx, by, request.caseId())
                : nodes.find(tx, by, nodeId).chain(node -> {
                    if (!node.caseId().equals(request.caseId())) {
                        throw Refusal.notFound();
                    }
                    return cases.lockWhole(tx, by.courtId(), node.caseId());
                });
    }

    private static Optional<Node> target(Actor by, Volume volume, List<Node> all, Request request, boolean brought) {
        EnforcementCase whole = volume.whole();
        boolean handles = whole.handledBy(by.personId());
        if (request.nodeId() != null && !brought) {
            // One that was cancelled is not among them.
            Node node = all.stream()
                    .filter(each -> each.id().equals(request.nodeId()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.conflict(
                                    "node-ended", whole.row().number().text())
                            .under("二(四)"));
            check(by, handles, node, request.category());
            return Optional.of(node);
        }
        Optional<Node> owed = owed(all, request.category())
                .filter(node -> !brought || node.id().equals(request.nodeId()))
                .filter(node -> Completion.mayComplete(by, node, handles))
                .min(FIRST_DUE);
        boolean keeper = by.team() != null && by.team() == whole.team() && by.hasAny(Role.JUDGE_ASSISTANT, Role.CLERK);
        if (owed.isEmpty() && !handles && !keeper && !brought) {
            throw Refusal.forbidden("not-handler", "一(五)");
        }
        if (owed.isEmpty() && !volume.wants()) {
            throw ClosedVolume.of(whole);
        }
        return owed;
    }

    static void check(Actor by, boolean handles, Node node, String category) {
        if (!Completion.mayComplete(by, node, handles)) {
            throw Refusal.forbidden("node-not-yours", node.clause());
        }
        if (!node.open()) {
            throw Refusal.conflict("node-ended", node.caseNumber()).under(node.clause());
        }
        if (node.stop() != Stop.EVIDENCE) {
            throw Refusal.rule("node-not-by-evidence", node.clause());
        }
        if (!asks(node, category)) {
            throw Refusal.rule(
                    "evidence-category",
                    node.clause(),
                    new Messages.Term("evidence." + category),
                    new Messages.Term("evidence." + node.evidenceCategory()));
        }
    }

    private static Stream<Node> owed(List<Node> all, String category) {
        return all.stream().filter(node -> node.open() && node.stop() == Stop.EVIDENCE && asks(node, category));
    }

    private static boolean asks(Node node, String category) {
        return node.evidenceCategory() != null && node.evidenceCategory().name().equals(category);
    }

    private Uni<ItemFiled> put(SqlConnection tx, Actor by, Request request, @Nullable Node node) {
        return put(tx, by, request, node, clock.today());
    }

    private Uni<ItemFiled> put(SqlConnection tx, Actor by, Request request, @Nullable Node node, LocalDate on) {
        return files.find(tx, by.courtId(), request.fileId())
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(file ->
                        put(tx, by, request, file, node == null ? null : node.done(on, by.personId(), file.id())));
    }

    /** @param node as it stands once the item has proved it */
    private Uni<ItemFiled> put(SqlConnection tx, Actor by, Request request, StoredFile file, @Nullable Node node) {
        UUID nodeId = node == null ? null : node.id();
        VolumeItem.Content content = new VolumeItem.Content(
                file, request.title(), request.source(), request.takenAt(), request.place(), request.note());
        return prove(tx, by, node).chain(ended -> volumes.add(
                        tx, by, new VolumeItem.New(request.caseId(), request.category(), nodeId, content), clock.now())
                .call(item -> audit.write(tx, Audit.by(by), entries(request, file, node, item, ended)))
                .map(item -> new ItemFiled(item, nodeId)));
    }

    /** The slip that stands on the node ends with it, where nobody was sent yet. */
    private Uni<List<Entry>> prove(SqlConnection tx, Actor by, @Nullable Node node) {
        return node == null
                ? Uni.createFrom().item(List.of())
                : nodes.update(tx, List.of(node))
                        .chain(() -> nodes.refreshNextDue(tx, List.of(node.caseId())))
                        .chain(() -> slip.proved(tx, by, node.id()));
    }

    private static List<Entry> entries(
            Request request, StoredFile file, @Nullable Node node, UUID item, List<Entry> ended) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Object> filed = new LinkedHashMap<>();
        filed.put("title", request.title());
        filed.put("category", request.category());
        filed.put("source", request.source().name());
        filed.put("fileId", file.id());
        filed.put("sha256", file.sha256());
        entries.add(new Entry("dossier.filed", request.caseId(), item, filed));
        if (node != null) {
            entries.add(done(node, file));
        }
        entries.addAll(ended);
        return entries;
    }

    private static Entry done(Node node, StoredFile file) {
        LocalDate on = Objects.requireNonNull(node.doneOn());
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("code", node.code());
        detail.put("dueOn", node.dueOn());
        detail.put("doneOn", on);
        detail.put("daysLate", Math.max(0, ChronoUnit.DAYS.between(node.dueOn(), on)));
        detail.put("category", String.valueOf(node.evidenceCategory()));
        detail.put("fileId", file.id());
        detail.put("fileName", file.name());
        detail.put("size", file.size());
        detail.put("sha256", file.sha256());
        return new Entry("node.done", node.caseId(), node.id(), detail);
    }
}
