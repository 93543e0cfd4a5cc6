package org.zhixing.dossier;

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
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.dossier.store.UploadPolicyRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versioned;

/** Which kinds of files a court takes and how large: its own policy, by version and date. */
@ApplicationScoped
public class UploadPolicies {
    private final UploadPolicyRows rows;
    private final CourtClock clock;

    UploadPolicies(UploadPolicyRows rows, CourtClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A version with who published it, when and why; {@code by} is null for the one a court began with. */
    public record Published(
            int version,
            LocalDate effectiveFrom,
            UploadPolicy policy,
            Instant at,
            @Nullable UUID by,
            @Nullable String reason) {}

    /** Gives this policy to every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, UploadPolicy policy) {
        return rows.adopt(tx, effectiveFrom, policy);
    }

    /** The version in force today. */
    public Uni<Versioned<UploadPolicy>> inForce(SqlClient client, int courtId) {
        return rows.versions(client, courtId).map(all -> Versioned.inForce(all, clock.today()));
    }

    /** What the court takes today. */
    public Uni<UploadPolicy> now(SqlClient client, int courtId) {
        return inForce(client, courtId).map(Versioned::document);
    }

    /** Newest first. */
    public Uni<List<Published>> published(SqlClient client, int courtId) {
        return rows.published(client, courtId).map(all -> all.stream()
                .sorted(Comparator.comparing(Publication::version).reversed())
                .map(each -> new Published(
                        each.version(), each.effectiveFrom(), rows.read(each), each.at(), each.by(), each.reason()))
                .toList());
    }

    /** Puts the next version beside the others; nothing is changed for days gone by, and versions follow one another. */
    public Uni<Integer> publish(SqlConnection tx, int courtId, Published wanted) {
        LocalDate today = clock.today();
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
