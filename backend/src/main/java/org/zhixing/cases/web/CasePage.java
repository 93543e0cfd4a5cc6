package org.zhixing.cases.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.CasePermits;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.store.CaseRows;
import org.zhixing.cases.store.PartyRow;
import org.zhixing.clock.NodeView;
import org.zhixing.clock.NodeViews;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.ClockWarnings;
import org.zhixing.clock.rules.Node;
import org.zhixing.flow.CaseFile;
import org.zhixing.ledger.AccountView;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.rules.CaseAccount;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.triage.MatchView;
import org.zhixing.triage.TransferView;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.DecisionRecord;

/** Gathers a case's page from the rooms that know its parts. */
@ApplicationScoped
public class CasePage {
    private final CaseFile file;
    private final CaseRows rows;
    private final Triage triage;
    private final Nodes nodes;
    private final NodeViews nodeViews;
    private final Accounts accounts;
    private final Names names;
    private final Audit audit;
    private final Database database;
    private final CourtClock clock;

    CasePage(
            CaseFile file,
            CaseRows rows,
            Triage triage,
            Nodes nodes,
            NodeViews nodeViews,
            Accounts accounts,
            Names names,
            Audit audit,
            Database database,
            CourtClock clock) {
        this.file = file;
        this.rows = rows;
        this.triage = triage;
        this.nodes = nodes;
        this.nodeViews = nodeViews;
        this.accounts = accounts;
        this.names = names;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /** The case's nodes, and how they are shown. */
    private record Clocks(List<Node> nodes, List<NodeView> views) {}

    private record Parts(
            CaseFile.Open open,
            List<PartyRow> parties,
            DecisionRecord decision,
            Clocks clocks,
            CaseAccount account,
            Map<UUID, Names.Known> names) {}

    /** The page; 404 out of sight. A handler's look at personal data is recorded. */
    Uni<CaseDetail> of(Actor actor, UUID id, Locale locale) {
        var client = database.reading();
        int court = actor.courtId();
        return file.read(client, actor, id)
                .chain(open -> rows.parties(client, id)
                        .call(parties -> recordLook(actor, open.subject(), parties))
                        .chain(parties -> triage.ofCase(client, court, id)
                                .map(Optional::orElseThrow)
                                .chain(decision -> nodes.ofCase(client, court, id)
                                        .chain(all ->
                                                nodeViews.of(actor, all, locale).map(views -> new Clocks(all, views)))
                                        .chain(views -> accounts.ofCase(client, court, id)
                                                .map(Optional::orElseThrow)
                                                .chain(account -> names.of(court)
                                                        .map(known -> new Parts(
                                                                open, parties, decision, views, account, known)))))))
                .map(parts -> page(actor, parts));
    }

    private CaseDetail page(Actor actor, Parts parts) {
        EnforcementCase c = parts.open().subject();
        var row = c.row();
        var decision = parts.decision().decision();
        LocalDate due = c.nextDueOn();
        Map<UUID, String> known = parts.names().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().name()));
        boolean handles = c.handledBy(actor.personId());
        return new CaseDetail(
                c.id(),
                row.number().text(),
                row.kind(),
                row.cause(),
                row.matter(),
                CaseSummary.money(row.claimAmount()),
                row.filedOn(),
                row.firstFiledOn(),
                c.team(),
                c.status(),
                partyNames(c, PartyRole.APPLICANT),
                partyNames(c, PartyRole.RESPONDENT),
                person(c.judgeId(), known),
                person(c.executorId(), known),
                due,
                due != null && due.isBefore(clock.today()),
                new CaseDetail.Facts(
                        row.enterpriseParty(),
                        row.preserved(),
                        row.fourChecksSufficient(),
                        row.auctionNeeded(),
                        row.refusalOrCriminal()),
                parts.parties().stream().map(p -> party(p, handles)).toList(),
                new CaseDetail.TriageView(
                        decision.team(),
                        decision.rule(),
                        decision.clause(),
                        decision.matched().stream().map(MatchView::from).toList(),
                        parts.decision().policyVersion(),
                        parts.decision().decidedOn()),
                override(parts.decision().override()),
                parts.clocks().views(),
                c.open() ? ClockWarnings.of(clocks(parts), clock.today()) : List.of(),
                parts.open().transfers().stream()
                        .map(t -> TransferView.of(t, parts.names()))
                        .toList(),
                c.team() == parts.open().transferPolicy().from()
                        ? parts.open().situation().lastDay()
                        : null,
                AccountView.from(parts.account()),
                CaseDetail.ClosureView.from(c.closure()),
                archiving(c.archiving(), known),
                CasePermits.allowed(actor, parts.open().situation()),
                c.version());
    }

    private static ClockWarnings.Subject clocks(Parts parts) {
        var situation = parts.open().situation();
        boolean mayTransfer = situation.subject().team() == situation.transferFrom()
                && situation.transfer() == null
                && !situation.today().isAfter(situation.lastDay());
        return new ClockWarnings.Subject(
                situation.subject().row().filedOn(), mayTransfer, parts.clocks().nodes());
    }

    private Uni<Void> recordLook(Actor actor, EnforcementCase c, List<PartyRow> parties) {
        boolean personal =
                parties.stream().anyMatch(p -> p.idNumber() != null || p.phone() != null || p.address() != null);
        if (!personal || !c.handledBy(actor.personId())) {
            return Uni.createFrom().voidItem();
        }
        Entry look = new Entry(
                "personal-data.seen",
                c.id(),
                c.id(),
                Map.of("number", c.row().number().text()));
        return database.inTransaction(tx -> audit.write(tx, Audit.by(actor), List.of(look)));
    }

    private static CaseDetail.PartyView party(PartyRow p, boolean handles) {
        return new CaseDetail.PartyView(
                p.id(),
                p.role(),
                p.kind(),
                p.name(),
                handles ? p.idNumber() : Masking.idNumber(p.idNumber()),
                handles ? p.phone() : Masking.phone(p.phone()),
                handles ? p.address() : Masking.address(p.address()));
    }

    private static CaseDetail.@Nullable OverrideView override(DecisionRecord.@Nullable DeskChoice o) {
        return o == null ? null : new CaseDetail.OverrideView(o.from(), o.to(), o.reason(), o.byName(), o.at());
    }

    private static CaseDetail.@Nullable ArchivingView archiving(
            EnforcementCase.@Nullable Archiving a, Map<UUID, String> known) {
        return a == null
                ? null
                : new CaseDetail.ArchivingView(a.on(), new PersonRef(a.by(), known.getOrDefault(a.by(), "")));
    }

    private static @Nullable PersonRef person(@Nullable UUID id, Map<UUID, String> known) {
        return id == null ? null : new PersonRef(id, known.getOrDefault(id, ""));
    }

    private static List<String> partyNames(EnforcementCase c, PartyRole role) {
        return c.row().parties().stream()
                .filter(p -> p.role() == role)
                .map(NamedParty::name)
                .toList();
    }
}
