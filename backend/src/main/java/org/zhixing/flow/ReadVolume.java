package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.archive.ArchiveLoans;
import org.zhixing.archive.rules.Lent;
import org.zhixing.archive.rules.LoanPermits;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.platform.Refusal;

/** Who reads a case's volume: whoever has the case in sight, and whoever has borrowed the volume from the archive. */
@ApplicationScoped
public class ReadVolume {
    private final Cases cases;
    private final ArchiveLoans loans;

    ReadVolume(Cases cases, ArchiveLoans loans) {
        this.cases = cases;
        this.loans = loans;
    }

    /** What becomes of what is read: it is looked at, or taken away on paper or as a file. */
    public enum Purpose {
        LOOK,
        COPY
    }

    /**
     * A case whose volume is read.
     *
     * @param loanId by which loan, where the case is out of the reader's sight; nothing but the volume is theirs to read
     */
    public record Reading(EnforcementCase of, @Nullable UUID loanId) {

        /** As the trail keeps a look at the volume: by which loan, where there is one. */
        Map<String, Object> in(Map<String, Object> detail) {
            if (loanId != null) {
                detail.put("loan", loanId.toString());
            }
            return detail;
        }
    }

    /** 404 where the volume is neither in sight nor lent, 403 where it is lent to be consulted only. */
    public Uni<Reading> of(SqlClient client, Actor by, UUID caseId, Purpose purpose) {
        return cases.byIds(client, by.courtId(), List.of(caseId)).chain(found -> {
            EnforcementCase whole = found.get(caseId);
            if (whole == null) {
                throw Refusal.notFound();
            }
            return Visibility.ofCases(by).covers(whole.team())
                    ? Uni.createFrom().item(new Reading(whole, null))
                    : loans.lent(client, by, List.of(caseId))
                            .map(all -> new Reading(whole, permitted(all.get(caseId), purpose)));
        });
    }

    private static UUID permitted(@Nullable Lent lent, Purpose purpose) {
        if (lent == null) {
            throw Refusal.notFound();
        }
        if (purpose == Purpose.COPY && !lent.copies()) {
            throw Refusal.forbidden("loan-no-copies", LoanPermits.CLAUSE);
        }
        return lent.loanId();
    }
}
