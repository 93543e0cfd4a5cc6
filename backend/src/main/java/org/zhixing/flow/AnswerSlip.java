package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NoticeAudience;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Inspection;
import org.zhixing.dossier.Upload;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.supervise.Slips;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.rules.SlipPermits;

/**
 * Whoever answers for the node answers the slip on it, with or without evidence, which is kept with its SHA-256. A late
 * answer is taken and stays late; a node that was rectified meanwhile does not make the answer needless.
 */
@ApplicationScoped
public class AnswerSlip {
    private static final String TOPIC = "slip.answered";

    private final Database database;
    private final Slips slips;
    private final Nodes nodes;
    private final Files files;
    private final Inspection inspection;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    AnswerSlip(
            Database database,
            Slips slips,
            Nodes nodes,
            Files files,
            Inspection inspection,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock) {
        this.database = database;
        this.slips = slips;
        this.nodes = nodes;
        this.files = files;
        this.inspection = inspection;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What is answered to which slip, in the version the caller has seen. */
    public record Request(
            UUID slipId,
            int version,
            String text,
            @Nullable Upload evidence,
            @Nullable String idempotencyKey) {

        Request with(Upload inspected) {
            return new Request(slipId, version, text, inspected, idempotencyKey);
        }
    }

    /** What makes two requests the same: the file counts by its hash. */
    private record Same(UUID slipId, String text, String sha256) {}

    /**
     * 404 out of sight, 403 not addressed to the actor, 409 no answer is awaited (any more), 412 changed meanwhile, 422 the
     * evidence is no file that the court takes.
     */
    public Uni<Void> answer(Actor by, Request request) {
        Upload evidence = request.evidence();
        return evidence == null
                ? answerWith(by, request)
                : may(by, request.slipId())
                        .chain(() -> inspection.pass(by, evidence))
                        .map(request::with)
                        .chain(passed -> answerWith(by, passed));
    }

    /** Whoever may not is told so before the file is looked at; it is asked again when the slip is locked. */
    private Uni<Void> may(Actor by, UUID slipId) {
        return slips.find(database.reading(), by, slipId)
                .chain(slip -> nodes.byIds(database.reading(), by.courtId(), List.of(slip.nodeId()))
                        .invoke(found -> theirs(by, Objects.requireNonNull(found.get(slip.nodeId())))))
                .replaceWithVoid();
    }

    private static void theirs(Actor by, Node node) {
        if (!SlipPermits.addressed(by, node)) {
            throw Refusal.forbidden("slip-not-yours", Slip.CLAUSE);
        }
    }

    private Uni<Void> answerWith(Actor by, Request request) {
        Upload evidence = request.evidence();
        Uni<String> sha256 = evidence == null ? Uni.createFrom().item("") : files.fingerprint(evidence.path());
        return sha256.chain(hash -> database.inTransaction(tx -> once.run(
                        tx,
                        new Once.Ticket(
                                by.courtId(),
                                by.personId(),
                                request.idempotencyKey(),
                                TOPIC,
                                new Same(request.slipId(), request.text(), hash)),
                        FileCase.Made.class,
                        () -> keep(tx, by, request).replaceWith(new FileCase.Made(request.slipId())))))
                .replaceWithVoid();
    }

    private Uni<Void> keep(SqlConnection tx, Actor by, Request request) {
        return slips.lock(tx, by, request.slipId()).chain(slip -> nodes.byIds(tx, by.courtId(), List.of(slip.nodeId()))
                .map(found -> found.get(slip.nodeId()))
                .invoke(node -> check(by, slip, node, request.version()))
                .chain(node -> evidence(tx, by, request.evidence()).chain(file -> slips.answer(
                                tx,
                                slip,
                                by,
                                clock.today(),
                                request.text(),
                                file.map(StoredFile::id).orElse(null))
                        .chain(round -> tell(tx, by, slip, node, request.text(), round, file)))));
    }

    private static void check(Actor by, Slip slip, Node node, int version) {
        theirs(by, node);
        if (!slip.status().awaitsAnswer()) {
            throw Refusal.conflict("slip-not-awaiting", slip.number().text()).under(Slip.CLAUSE);
        }
        if (slip.version() != version) {
            throw Refusal.stale(slip.version(), List.of("answerDue"));
        }
    }

    private Uni<Optional<StoredFile>> evidence(SqlConnection tx, Actor by, @Nullable Upload upload) {
        return upload == null
                ? Uni.createFrom().item(Optional.empty())
                : files.keep(tx, by, upload.path(), upload.name(), upload.mediaType())
                        .map(Optional::of);
    }

    private Uni<Void> tell(
            SqlConnection tx, Actor by, Slip slip, Node node, String text, int round, Optional<StoredFile> file) {
        SlipTold told = new SlipTold(slip, node, TOPIC, clock.today());
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("reason", text);
        detail.put("round", round);
        file.ifPresent(kept -> {
            detail.put("fileId", kept.id());
            detail.put("fileName", kept.name());
            detail.put("size", kept.size());
            detail.put("sha256", kept.sha256());
        });
        NoticeAudience desk =
                new NoticeAudience(List.of(slip.issuedBy()), List.of(new Event.Circle(Roles.NODE_CONTROL, null)));
        return outbox.put(tx, slip.courtId(), List.of(told.event(slip.id() + ":" + round, desk, text)))
                .chain(() -> audit.write(tx, Audit.by(by), List.of(told.entry(detail))));
    }
}
