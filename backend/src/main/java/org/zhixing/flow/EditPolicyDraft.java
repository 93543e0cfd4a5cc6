package org.zhixing.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.policy.Drafts;
import org.zhixing.policy.Policies;
import org.zhixing.policy.PolicyTexts;
import org.zhixing.policy.rules.Difference;
import org.zhixing.policy.rules.Draft;
import org.zhixing.policy.rules.PolicyKind;

/** The admin saves or throws away a draft; a second admin who did not see the last save is told what it changed. */
@ApplicationScoped
public class EditPolicyDraft {
    private final Database database;
    private final Drafts drafts;
    private final Policies policies;
    private final PolicyTexts texts;
    private final Audit audit;
    private final CourtClock clock;

    EditPolicyDraft(
            Database database, Drafts drafts, Policies policies, PolicyTexts texts, Audit audit, CourtClock clock) {
        this.database = database;
        this.drafts = drafts;
        this.policies = policies;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Saves the draft over the given version; 400 with every fault, 412 if somebody saved meanwhile. */
    public Uni<Void> save(Actor actor, PolicyKind kind, int version, JsonNode document, String note) {
        return database.inTransaction(tx -> locked(tx, actor.courtId(), kind, version)
                .chain(last -> policies.base(tx, actor.courtId(), kind, Optional.empty())
                        .chain(base -> {
                            String checked = texts.checked(kind, document, base.document());
                            Draft draft =
                                    new Draft(version + 1, checked, note.strip(), actor.personId(), clock.now(), null);
                            return drafts.save(tx, actor.courtId(), kind, draft);
                        }))
                .chain(() -> record(tx, actor, "policy.drafted", kind, version + 1)));
    }

    public Uni<Void> discard(Actor actor, PolicyKind kind, int version) {
        return database.inTransaction(tx -> inHand(tx, actor.courtId(), kind, version)
                .chain(draft -> drafts.end(
                        tx,
                        actor.courtId(),
                        kind,
                        version,
                        new Draft.Ended(Draft.Outcome.DISCARDED, actor.personId(), clock.now(), null)))
                .chain(() -> record(tx, actor, "policy.discarded", kind, version)));
    }

    /** The draft in hand, nobody else's until the transaction ends; 404 where there is none, 412 where it is another. */
    Uni<Draft> inHand(SqlConnection tx, int courtId, PolicyKind kind, int version) {
        return locked(tx, courtId, kind, version)
                .map(last -> last.filter(Draft::inHand).orElseThrow(() -> Refusal.of(404, "policy-no-draft")));
    }

    private Uni<Optional<Draft>> locked(SqlConnection tx, int courtId, PolicyKind kind, int version) {
        return drafts.lock(tx, courtId, kind)
                .call(last -> last.map(Draft::version).orElse(0) == version
                        ? Uni.createFrom().voidItem()
                        : stale(tx, courtId, kind, version, last));
    }

    /** What has become different since the version that the caller saw. */
    private Uni<Void> stale(SqlConnection tx, int courtId, PolicyKind kind, int seen, Optional<Draft> last) {
        return policies.base(tx, courtId, kind, last)
                .chain(base -> drafts.at(tx, courtId, kind, seen).chain(then -> {
                    String before = then.map(Draft::document).orElse(base.document());
                    String now = last.filter(Draft::inHand).map(Draft::document).orElse(base.document());
                    List<String> changed = texts.differences(before, now).stream()
                            .map(Difference::path)
                            .toList();
                    return Uni.createFrom()
                            .failure(Refusal.stale(last.map(Draft::version).orElse(0), changed));
                }));
    }

    private Uni<Void> record(SqlConnection tx, Actor actor, String action, PolicyKind kind, int version) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", kind);
        detail.put("draft", version);
        return audit.write(tx, Audit.by(actor), List.of(new Entry(action, null, null, detail)));
    }
}
