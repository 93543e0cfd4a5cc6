package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.ledger.rules.SuspenseClaim;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.ledger.store.SuspenseList;
import org.zhixing.ledger.store.SuspenseRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Puts money of nobody into the caller's words; suggestions and claims are asked for a page at once. */
@ApplicationScoped
class SuspenseViews {
    private final SuspenseList list;
    private final SuspenseRows rows;
    private final Names names;
    private final Database database;
    private final CourtClock clock;

    SuspenseViews(SuspenseList list, SuspenseRows rows, Names names, Database database, CourtClock clock) {
        this.list = list;
        this.rows = rows;
        this.names = names;
        this.database = database;
        this.clock = clock;
    }

    /** What all items of one page share. */
    private record Around(
            Actor actor,
            Map<UUID, Names.Known> names,
            Map<UUID, List<SuspenseList.Suggestion>> suggestions,
            Map<UUID, List<SuspenseClaim>> claims) {

        PersonRef person(UUID id) {
            return new PersonRef(id, names.getOrDefault(id, Names.Known.NOBODY).name());
        }

        @Nullable
        PersonRef orNull(@Nullable UUID id) {
            return id == null ? null : person(id);
        }
    }

    Uni<List<SuspenseView>> of(Actor actor, List<SuspenseList.Shown> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = items.stream().map(shown -> shown.item().id()).toList();
        List<SuspenseList.Shown> waiting =
                items.stream().filter(shown -> !shown.item().claimed()).toList();
        return names.of(actor.courtId()).chain(known -> list.suggestions(database.reading(), actor.courtId(), waiting)
                .chain(suggested -> rows.claims(database.reading(), actor.courtId(), ids)
                        .map(claims -> new Around(
                                actor,
                                known,
                                suggested.stream().collect(Collectors.groupingBy(SuspenseList.Suggestion::item)),
                                claims.stream().collect(Collectors.groupingBy(SuspenseClaim::itemId)))))
                .map(around -> items.stream().map(shown -> view(shown, around)).toList()));
    }

    private SuspenseView view(SuspenseList.Shown shown, Around around) {
        SuspenseItem item = shown.item();
        return new SuspenseView(
                item.id(),
                item.receivedOn(),
                item.ageDays(clock.today()),
                Money.text(item.amount()),
                BankLineView.from(shown.line(), item.caseId(), shown.caseNumber(), around.actor(), false),
                item.caseId(),
                shown.caseNumber(),
                item.receiptId(),
                around.suggestions().getOrDefault(item.id(), List.of()).stream()
                        .map(SuspenseViews::suggestion)
                        .toList(),
                around.claims().getOrDefault(item.id(), List.of()).stream()
                        .map(claim -> claim(claim, around))
                        .toList(),
                may(item, around.actor()),
                item.version());
    }

    private static List<SuspenseView.Act> may(SuspenseItem item, Actor actor) {
        if (!actor.has(Role.FUNDS)) {
            return List.of();
        }
        return List.of(item.claimed() ? SuspenseView.Act.UNDO : SuspenseView.Act.CLAIM);
    }

    private static SuspenseView.Suggestion suggestion(SuspenseList.Suggestion s) {
        List<SuspenseView.Reason> reasons = new ArrayList<>();
        if (s.payerIsParty()) {
            reasons.add(SuspenseView.Reason.PAYER_IS_PARTY);
        }
        if (s.amountIsClaim()) {
            reasons.add(SuspenseView.Reason.AMOUNT_IS_CLAIM);
        }
        return new SuspenseView.Suggestion(s.caseId(), s.caseNumber(), Money.orNull(s.claimAmount()), reasons);
    }

    private static SuspenseView.Claim claim(SuspenseClaim c, Around around) {
        return new SuspenseView.Claim(
                c.id(),
                c.caseId(),
                c.receiptId(),
                c.reason(),
                around.person(c.claimedBy()),
                c.claimedOn(),
                around.orNull(c.undoneBy()),
                c.undoneOn(),
                c.undoneWhy());
    }
}
