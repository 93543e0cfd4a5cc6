package org.zhixing.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.platform.Refusal;
import org.zhixing.referral.rules.Referral;
import org.zhixing.referral.rules.ReferralPermits;
import org.zhixing.referral.store.ReferralRows;

/** The room of referrals as other rooms see it. */
@ApplicationScoped
public class Referrals {
    private final ReferralRows rows;

    Referrals(ReferralRows rows) {
        this.rows = rows;
    }

    /** The referral within the actor's sight; 404 otherwise. */
    public Uni<Referral> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor.courtId(), id)
                .map(found -> found.filter(r -> Visibility.ofCases(actor).covers(r.of().team()))
                        .orElseThrow(Refusal::notFound));
    }

    public Uni<List<Referral>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return rows.ofCase(client, courtId, caseId);
    }

    /** Within the actor's sight, newest first; {@code waiting} for those that wait for the actor's decision. */
    public Uni<List<Referral>> list(SqlClient client, Actor actor, boolean waiting, @Nullable UUID after, int limit) {
        UUID judge = waiting ? actor.personId() : null;
        return rows.list(client, actor.courtId(), Visibility.ofCases(actor), judge, after, limit);
    }

    public Uni<Integer> insert(SqlConnection tx, Referral referral) {
        return rows.insert(tx, referral);
    }

    public Uni<Integer> end(SqlConnection tx, Referral referral, Referral.End end) {
        return rows.end(tx, referral, end);
    }

    /** 422 while something of the case waits for its judge; whoever closes it holds the case's lock. */
    public Uni<Void> refuseOpen(SqlConnection tx, int courtId, UUID caseId) {
        return rows.open(tx, courtId, caseId)
                .invoke(open -> {
                    if (open > 0) {
                        throw Refusal.rule("referral-open", ReferralPermits.CLAUSE, open);
                    }
                })
                .replaceWithVoid();
    }
}
