package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Completion;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.clock.rules.Node;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Inspection;
import org.zhixing.dossier.Upload;
import org.zhixing.dossier.rules.Source;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * Proves a node done (clauses 二(四)1–4): the evidence is kept with its SHA-256 and the clock stops today, in one
 * transaction. Late stays late: a node done after its due date says so for good.
 */
@ApplicationScoped
public class CompleteNode {
    private final Database database;
    private final Nodes nodes;
    private final Cases cases;
    private final Files files;
    private final Inspection inspection;
    private final FileItem items;
    private final Once once;

    CompleteNode(
            Database database,
            Nodes nodes,
            Cases cases,
            Files files,
            Inspection inspection,
            FileItem items,
            Once once) {
        this.database = database;
        this.nodes = nodes;
        this.cases = cases;
        this.files = files;
        this.inspection = inspection;
        this.items = items;
        this.once = once;
    }

    /** The evidence as it was uploaded, and under which category. */
    public record Evidence(Upload upload, EvidenceCategory category) {}

    /** What is asked: which node, in the version the caller has seen. */
    public record Request(
            UUID nodeId,
            int version,
            Evidence evidence,
            @Nullable String idempotencyKey) {

        Request with(Upload inspected) {
            return new Request(nodeId, version, new Evidence(inspected, evidence.category()), idempotencyKey);
        }
    }

    /** What makes two requests the same: the file counts by its hash. */
    private record Same(UUID nodeId, EvidenceCategory category, String sha256) {}

    /**
     * The node done. 404 out of sight, 403 not theirs, 412 changed meanwhile, 409 ended already, 422 where evidence does
     * not stop it, is of another category, or is no file that the court takes.
     */
    public Uni<Node> complete(Actor by, Request request) {
        return may(by, request.nodeId())
                .chain(() -> inspection.pass(by, request.evidence().upload()))
                .map(request::with)
                .chain(passed -> completeWith(by, passed));
    }

    /**
     * Whoever may not is told so before the file is looked at: what is wrong with a file is for those who may hand it in,
     * and a stranger's file costs no scan. It is asked again when the node is locked.
     */
    private Uni<Void> may(Actor by, UUID nodeId) {
        return nodes.find(database.reading(), by, nodeId)
                .chain(node -> cases.byIds(database.reading(), by.courtId(), List.of(node.caseId()))
                        .invoke(found -> theirs(by, Objects.requireNonNull(found.get(node.caseId())), node)))
                .replaceWithVoid();
    }

    private static void theirs(Actor by, EnforcementCase whole, Node node) {
        if (!Completion.mayComplete(by, node, whole.handledBy(by.personId()))) {
            throw Refusal.forbidden("node-not-yours", node.clause());
        }
    }

    private Uni<Node> completeWith(Actor by, Request request) {
        return files.fingerprint(request.evidence().upload().path())
                .chain(sha256 -> database.inTransaction(tx -> once.run(
                        tx,
                        new Once.Ticket(
                                by.courtId(),
                                by.personId(),
                                request.idempotencyKey(),
                                "node.done",
                                new Same(request.nodeId(), request.evidence().category(), sha256)),
                        Node.class,
                        () -> complete(tx, by, request))));
    }

    /** The case is locked before its node, as everybody does who changes both. */
    private Uni<Node> complete(SqlConnection tx, Actor by, Request request) {
        return nodes.find(tx, by, request.nodeId())
                .chain(seen -> cases.lockWhole(tx, by.courtId(), seen.caseId()))
                .chain(whole -> nodes.lock(tx, by, request.nodeId()).chain(node -> {
                    check(by, whole, node, request);
                    return keep(tx, by, node, request.evidence());
                }));
    }

    private static void check(Actor by, EnforcementCase whole, Node node, Request request) {
        theirs(by, whole, node);
        if (node.version() != request.version()) {
            throw Refusal.stale(node.version(), changed(node));
        }
        FileItem.check(
                by,
                whole.handledBy(by.personId()),
                node,
                request.evidence().category().name());
    }

    private static List<String> changed(Node node) {
        if (node.doneOn() != null) {
            return List.of("doneOn", "evidence");
        }
        return node.cancelledOn() != null ? List.of("cancelledOn", "cancelReason") : List.of("dueOn", "responsible");
    }

    private Uni<Node> keep(SqlConnection tx, Actor by, Node node, Evidence evidence) {
        Upload upload = evidence.upload();
        return files.keep(tx, by, upload.path(), upload.name(), upload.mediaType())
                .chain(file -> items.file(
                        tx,
                        by,
                        new FileItem.Request(
                                node.caseId(),
                                evidence.category().name(),
                                file.name(),
                                file.id(),
                                Source.UPLOAD,
                                null,
                                null,
                                null,
                                node.id())))
                .chain(() -> nodes.find(tx, by, node.id()));
    }
}
