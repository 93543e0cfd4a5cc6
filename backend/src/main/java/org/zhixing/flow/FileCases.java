package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhixing.access.rules.Team;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.rules.Contact;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeSubject;
import org.zhixing.dossier.Volumes;
import org.zhixing.ledger.Accounts;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Ids;
import org.zhixing.slip.TaskSlips;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.CaseFacts;
import org.zhixing.triage.rules.DecisionRecord;
import org.zhixing.triage.rules.TriageDecision;

/**
 * Files cases: each is sorted into its team, given its handlers, its nodes and its account, in the caller's transaction.
 * One case by hand and five hundred of a register go the same way.
 */
@ApplicationScoped
public class FileCases {
    private final Cases cases;
    private final Triage triage;
    private final Nodes nodes;
    private final Accounts accounts;
    private final TaskSlips slips;
    private final Handlers handlers;
    private final Volumes volumes;
    private final Audit audit;
    private final CourtClock clock;
    private final Ids ids;

    FileCases(
            Cases cases,
            Triage triage,
            Nodes nodes,
            Accounts accounts,
            TaskSlips slips,
            Handlers handlers,
            Volumes volumes,
            Audit audit,
            CourtClock clock,
            Ids ids) {
        this.cases = cases;
        this.triage = triage;
        this.nodes = nodes;
        this.accounts = accounts;
        this.slips = slips;
        this.handlers = handlers;
        this.volumes = volumes;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** A case to be filed. */
    public record Filing(RegisterRow row, List<Contact> contacts) {}

    /** A case as it was filed. */
    public record Filed(EnforcementCase filed, TriageDecision decision, List<Node> nodes) {}

    /** The court in which it is filed, and who files. */
    public record Desk(int courtId, String courtCode, Audit.By by) {}

    /** Files those whose numbers are free, in order; a number that is taken is left out of the answer. */
    public Uni<List<Filed>> file(SqlConnection tx, Desk desk, List<Filing> filings) {
        return triage.table(tx, desk.courtId()).chain(table -> nodes.rulebookForDating(tx, desk.courtId())
                .chain(rulebook -> file(tx, desk, filings, table, rulebook)));
    }

    private Uni<List<Filed>> file(
            SqlConnection tx, Desk desk, List<Filing> filings, Triage.Table table, Nodes.Rulebook rulebook) {
        List<TriageDecision> decisions = filings.stream()
                .map(filing -> table.decide(CaseFacts.of(filing.row())))
                .toList();
        Set<Team> teams = new HashSet<>();
        decisions.forEach(decision -> {
            Team team = decision.team();
            if (team != null) {
                teams.add(team);
            }
        });
        return handlers.lock(tx, desk.courtId(), teams).chain(bench -> {
            List<Filed> planned = new ArrayList<>();
            for (int i = 0; i < filings.size(); i++) {
                planned.add(plan(desk, filings.get(i), decisions.get(i), rulebook, bench));
            }
            return save(tx, desk, filings, planned, table);
        });
    }

    private Filed plan(
            Desk desk, Filing filing, TriageDecision decision, Nodes.Rulebook rulebook, Handlers.Bench bench) {
        RegisterRow row = filing.row();
        Handlers.Pair pair = bench.take(decision.team(), row.judge(), row.executor());
        EnforcementCase filed = new EnforcementCase(
                ids.next(),
                desk.courtId(),
                row,
                decision.team(),
                pair.judgeId(),
                pair.executorId(),
                CaseStatus.OPEN,
                null,
                null,
                null,
                1);
        List<Node> opened = nodes.opened(rulebook, owner(filed), subject(filed), clock.today());
        return new Filed(filed.withNextDue(Node.nextDue(opened.stream())), decision, opened);
    }

    private Uni<List<Filed>> save(
            SqlConnection tx, Desk desk, List<Filing> filings, List<Filed> planned, Triage.Table table) {
        List<Cases.WithContacts> rows = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            rows.add(new Cases.WithContacts(
                    planned.get(i).filed(), filings.get(i).contacts()));
        }
        return cases.insert(tx, rows).chain(saved -> {
            List<Filed> filed =
                    planned.stream().filter(f -> saved.contains(f.filed().id())).toList();
            if (filed.isEmpty()) {
                return Uni.createFrom().item(filed);
            }
            List<UUID> caseIds = filed.stream().map(f -> f.filed().id()).toList();
            List<Node> opened = filed.stream().flatMap(f -> f.nodes().stream()).toList();
            // Sent at once over the one connection: it works on one while the next is still being written.
            return Uni.join()
                    .all(
                            Uni.createFrom().deferred(() -> nodes.insert(tx, opened)),
                            Uni.createFrom().deferred(() -> slips.openAtFiling(tx, desk.courtId(), opened)),
                            Uni.createFrom().deferred(() -> triage.save(tx, decisions(filed, table))),
                            Uni.createFrom()
                                    .deferred(() -> accounts.open(
                                            tx, desk.courtId(), desk.courtCode(), caseIds, clock.today())),
                            Uni.createFrom().deferred(() -> volumes.open(tx, desk.courtId(), caseIds)),
                            Uni.createFrom().deferred(() -> handlers.addLoad(tx, load(filed))))
                    .andFailFast()
                    .chain(() -> audit.write(tx, desk.by(), entries(filed)))
                    .replaceWith(filed);
        });
    }

    private List<DecisionRecord> decisions(List<Filed> filed, Triage.Table table) {
        return filed.stream()
                .map(f -> new DecisionRecord(
                        f.filed().id(),
                        f.filed().courtId(),
                        table.inForce(f.decision().facts().filedOn()).version(),
                        clock.today(),
                        f.decision(),
                        null))
                .toList();
    }

    private static Map<UUID, Integer> load(List<Filed> filed) {
        Map<UUID, Integer> load = new HashMap<>();
        for (Filed f : filed) {
            Handlers.count(load, f.filed(), 1);
        }
        return load;
    }

    private static List<Entry> entries(List<Filed> filed) {
        return filed.stream()
                .map(f -> {
                    Map<String, Object> detail = new HashMap<>();
                    detail.put("number", f.filed().row().number().text());
                    detail.put("team", String.valueOf(f.filed().team()));
                    detail.put("rule", f.decision().rule());
                    detail.put("clause", f.decision().clause());
                    Map<String, String> due = new TreeMap<>();
                    f.nodes().forEach(n -> due.put(n.code().name(), n.dueOn().toString()));
                    detail.put("nodes", due);
                    return new Entry("case.filed", f.filed().id(), f.filed().id(), detail);
                })
                .toList();
    }

    static Node.Owner owner(EnforcementCase c) {
        return new Node.Owner(c.courtId(), c.id(), c.row().number().text(), c.team(), c.judgeId(), c.executorId());
    }

    static NodeSubject subject(EnforcementCase c) {
        return new NodeSubject(
                c.row().kind(), c.team(), c.row().auctionNeeded(), c.row().filedOn());
    }
}
