package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.FundsPolicy;
import org.zhixing.ledger.store.FundsPolicyRows;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versioned;

/** Who signs what sum: the court's own policy, by version and date. */
@ApplicationScoped
public class FundsPolicies {
    private final FundsPolicyRows rows;

    FundsPolicies(FundsPolicyRows rows) {
        this.rows = rows;
    }

    /** A version with who published it, when and why; {@code by} is null for the one a court began with. */
    public record Published(
            int version,
            LocalDate effectiveFrom,
            FundsPolicy policy,
            Instant at,
            @Nullable UUID by,
            @Nullable String reason) {}

    /** Gives this policy to every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, FundsPolicy policy) {
        return rows.adopt(tx, effectiveFrom, policy);
    }

    /** The version in force on that court date. */
    public Uni<Versioned<FundsPolicy>> inForce(SqlClient client, int courtId, LocalDate on) {
        return rows.versions(client, courtId).map(all -> Versioned.inForce(all, on));
    }

    /** Newest first. */
    public Uni<List<Published>> published(SqlClient client, int courtId) {
        return rows.published(client, courtId).map(all -> all.stream()
                .sorted(Comparator.comparing(Publication::version).reversed())
                .map(each -> new Published(
                        each.version(), each.effectiveFrom(), rows.read(each), each.at(), each.by(), each.reason()))
                .toList());
    }

    /**
     * Puts the next version beside the others; nothing is changed for days gone by, and versions follow one another.
     *
     * @param today its court date
     */
    public Uni<Integer> publish(SqlConnection tx, int courtId, Published wanted, LocalDate today) {
        return rows.lock(tx, courtId).chain(() -> published(tx, courtId)).chain(all -> {
            Published last = all.get(0);
            if (wanted.effectiveFrom().isBefore(today)) {
                throw Refusal.field("effectiveFrom", wanted.effectiveFrom(), "policy.before-today", today);
            }
            if (!wanted.effectiveFrom().isAfter(last.effectiveFrom())) {
                throw Refusal.field("effectiveFrom", wanted.effectiveFrom(), "policy.not-later", last.effectiveFrom());
            }
            int next = last.version() + 1;
            return rows.insert(
                            tx,
                            courtId,
                            new Publication(
                                    next,
                                    wanted.effectiveFrom(),
                                    rows.text(wanted.policy()),
                                    wanted.at(),
                                    wanted.by(),
                                    wanted.reason()))
                    .replaceWith(next);
        });
    }
}
