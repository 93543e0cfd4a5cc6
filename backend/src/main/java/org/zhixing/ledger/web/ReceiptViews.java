package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.SeenCalendar;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.ledger.rules.LineMatch.Matched;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.ledger.store.ReceiptList;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Puts receipts into the caller's words; a page costs one query more than one receipt's list. */
@ApplicationScoped
class ReceiptViews {
    private final Nodes nodes;
    private final SeenCalendar calendars;
    private final Names names;
    private final Database database;
    private final CourtClock clock;

    ReceiptViews(Nodes nodes, SeenCalendar calendars, Names names, Database database, CourtClock clock) {
        this.nodes = nodes;
        this.calendars = calendars;
        this.names = names;
        this.database = database;
        this.clock = clock;
    }

    Uni<List<ReceiptView>> of(Actor actor, List<ReceiptList.Shown> all) {
        List<UUID> watching = all.stream()
                .flatMap(shown -> Stream.ofNullable(shown.receipt().nodeId()))
                .toList();
        return calendars.of(actor.courtId()).chain(calendar -> names.of(actor.courtId())
                .chain(known -> nodes.byIds(database.reading(), actor.courtId(), watching)
                        .map(byId -> all.stream()
                                .map(shown -> view(actor, shown, new Around(byId, calendar, known)))
                                .toList())));
    }

    /** What is looked up once for all. */
    private record Around(Map<UUID, Node> nodes, CourtCalendar calendar, Map<UUID, Names.Known> names) {
        @Nullable
        PersonRef person(@Nullable UUID id) {
            return id == null ? null : PayeeView.person(id, names);
        }
    }

    private ReceiptView view(Actor actor, ReceiptList.Shown shown, Around around) {
        Receipt r = shown.receipt();
        // Whose money was taken back is not the handlers' to know.
        boolean handles = r.reversedBy() == null
                && (actor.personId().equals(shown.judgeId()) || actor.personId().equals(shown.executorId()));
        Node node = r.nodeId() == null ? null : around.nodes().get(r.nodeId());
        return new ReceiptView(
                r.id(),
                r.caseId(),
                shown.caseNumber(),
                r.receivedOn(),
                Money.text(r.amount()),
                Money.text(r.reserved()),
                Money.text(r.paid()),
                Money.text(r.free()),
                Money.text(r.left()),
                status(r),
                around.person(shown.judgeId()),
                around.person(shown.executorId()),
                shown.inHand(),
                shown.bounced() && r.free().signum() > 0,
                BankLineView.from(
                        shown.line(), r.caseId(), shown.caseNumber(), actor, handles && r.reversedBy() == null),
                node == null ? null : clock(node, around.calendar()),
                may(actor, shown),
                r.version());
    }

    /** What a claim made is undone where claims are: in suspense. */
    private static List<ReceiptView.Act> may(Actor actor, ReceiptList.Shown shown) {
        boolean undoes = actor.has(Role.FUNDS)
                && shown.receipt().untouched()
                && shown.line().match().matched() != Matched.SUSPENSE;
        return undoes ? List.of(ReceiptView.Act.UNDO_MATCH) : List.of();
    }

    private static ReceiptView.Status status(Receipt r) {
        if (r.reversedBy() != null) {
            return ReceiptView.Status.TAKEN_BACK;
        }
        return r.paidOut() ? ReceiptView.Status.PAID_OUT : ReceiptView.Status.WAITING;
    }

    private ReceiptView.Clock clock(Node node, CourtCalendar calendar) {
        LocalDate today = clock.today();
        LocalDate due = Pauses.known(node.dueOn());
        boolean late = node.late(today);
        LocalDate end = node.doneOn() == null ? today : node.doneOn();
        return new ReceiptView.Clock(
                node.id(),
                node.state(today),
                due,
                node.open() && !late && due != null ? calendar.workdaysBetween(today, due) : null,
                late ? late(calendar, due, end) : null,
                node.doneOn());
    }

    private static @Nullable Integer late(CourtCalendar calendar, @Nullable LocalDate due, LocalDate end) {
        return due == null ? null : calendar.workdaysBetween(due, end);
    }
}
