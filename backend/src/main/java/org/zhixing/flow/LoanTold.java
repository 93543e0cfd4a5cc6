package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.archive.rules.ArchiveLoan;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Topic;
import org.zhixing.platform.CourtClock;

/** What happens to an archive loan, as the case's trail keeps it, and as who decides, asked or hands out is told. */
@ApplicationScoped
class LoanTold {
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    LoanTold(Outbox outbox, Audit audit, CourtClock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Void> asked(SqlConnection tx, Actor by, ArchiveLoan loan) {
        return tell(tx, loan, Topic.ARCHIVE_LOAN_ASKED, List.of(), List.of(circle(Roles.DIRECTOR)), loan.reason())
                .chain(() -> keep(tx, by, "archive-loan.asked", loan, loan.reason()));
    }

    /** Who asked learns of it; what was approved the archive desk hands out. */
    Uni<Void> approved(SqlConnection tx, Actor by, ArchiveLoan loan) {
        return tell(
                        tx,
                        loan,
                        Topic.ARCHIVE_LOAN_APPROVED,
                        List.of(loan.askedBy()),
                        List.of(circle(Roles.ARCHIVE)),
                        loan.reason())
                .chain(() -> keep(tx, by, "archive-loan.approved", loan, loan.reason()));
    }

    Uni<Void> refused(SqlConnection tx, Actor by, ArchiveLoan loan, String why) {
        return tell(tx, loan, Topic.ARCHIVE_LOAN_REFUSED, List.of(loan.askedBy()), List.of(), why)
                .chain(() -> keep(tx, by, "archive-loan.refused", loan, why));
    }

    Uni<Void> withdrawn(SqlConnection tx, Actor by, ArchiveLoan loan) {
        return keep(tx, by, "archive-loan.withdrawn", loan, loan.reason());
    }

    Uni<Void> returned(SqlConnection tx, Actor by, ArchiveLoan loan) {
        return keep(tx, by, "archive-loan.returned", loan, loan.reason());
    }

    private static Event.Circle circle(String role) {
        return new Event.Circle(role, null);
    }

    /** Without the case: who borrows a volume has nothing else of the case in sight. */
    private Uni<Integer> tell(
            SqlConnection tx,
            ArchiveLoan loan,
            Topic topic,
            List<UUID> people,
            List<Event.Circle> circles,
            String reason) {
        Map<String, String> params = Map.of(
                "number",
                loan.of().number(),
                "loan",
                loan.kind().name(),
                "until",
                loan.until().toString(),
                "reason",
                reason);
        var event = new Event(
                topic.key(), topic.key() + ":" + loan.id(), people, circles, params, null, null, clock.today());
        return outbox.put(tx, loan.courtId(), List.of(event));
    }

    private Uni<Void> keep(SqlConnection tx, Actor by, String action, ArchiveLoan loan, String reason) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", loan.kind().name());
        detail.put("until", loan.until().toString());
        detail.put("reason", reason);
        ArchiveLoan.Outside outside = loan.outside();
        if (outside != null) {
            detail.put("body", outside.body());
            detail.put("person", outside.person());
            detail.put("letter", outside.letter());
        }
        return audit.write(tx, Audit.by(by), List.of(new Entry(action, loan.of().id(), loan.id(), detail)));
    }
}
