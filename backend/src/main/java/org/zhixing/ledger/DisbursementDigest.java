package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhixing.access.rules.Person;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.store.DisbursementRows;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;

/** In the morning digest: disbursements that wait for the person's approval, or for the funds desk to pay. */
@ApplicationScoped
class DisbursementDigest implements DigestSource {
    /** By the topic that told of it. */
    private static final Map<String, String> WHAT = Map.of(
            DisbursementStatus.APPLIED.name(), "disbursement.applied",
            DisbursementStatus.JUDGE_APPROVED.name(), "disbursement.judge-approved",
            DisbursementStatus.DIRECTOR_APPROVED.name(), "disbursement.director-approved",
            DisbursementStatus.APPROVED.name(), "disbursement.approved");

    private final DisbursementRows rows;
    private final Database database;

    DisbursementDigest(DisbursementRows rows, Database database) {
        this.rows = rows;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        return rows.waiting(database.reading(), person.courtId(), person.id(), person.roles(), LINES)
                .map(found -> List.of(new Digest.Section(
                        Digest.Kind.TO_DECIDE,
                        found.stream()
                                .map(each -> new Digest.Line(
                                        each.caseNumber(), WHAT.getOrDefault(each.status(), each.status()), null, null))
                                .toList(),
                        found.isEmpty() ? 0 : found.get(0).total())));
    }
}
