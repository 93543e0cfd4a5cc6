package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.Contact;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.platform.Changes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.CaseFacts;
import org.zhixing.triage.rules.DecisionRecord;

/**
 * Corrects what the register says of a case. The decision is made anew and shown; the team stays, for a case moves only
 * by the desk's override or a transfer. A case that had no team gets one as soon as the facts decide it.
 */
@ApplicationScoped
public class EditCase {
    private final Database database;
    private final CaseFile file;
    private final Cases cases;
    private final Triage triage;
    private final MoveDates dates;
    private final MoveCase move;
    private final Audit audit;
    private final CourtClock clock;

    EditCase(
            Database database,
            CaseFile file,
            Cases cases,
            Triage triage,
            MoveDates dates,
            MoveCase move,
            Audit audit,
            CourtClock clock) {
        this.database = database;
        this.file = file;
        this.cases = cases;
        this.triage = triage;
        this.dates = dates;
        this.move = move;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<Void> edit(Actor actor, UUID id, int version, RegisterRow row, List<Contact> contacts) {
        return database.inTransaction(tx ->
                file.lock(tx, actor, id, version, CaseAct.EDIT).chain(open -> change(tx, actor, open, row, contacts)));
    }

    private Uni<Void> change(
            SqlConnection tx, Actor actor, CaseFile.Open open, RegisterRow row, List<Contact> contacts) {
        EnforcementCase before = open.subject();
        EnforcementCase after = before.withRow(row);
        CaseFacts facts = CaseFacts.of(row);
        var decision = open.table().decide(facts);
        int policy = open.table().inForce(row.filedOn()).version();
        var record = new DecisionRecord(before.id(), before.courtId(), policy, clock.today(), decision, null);
        return triage.ofCase(tx, before.courtId(), before.id())
                .chain(old -> triage.save(
                        tx,
                        List.of(old.map(o -> o.override())
                                .map(record::overridden)
                                .orElse(record))))
                .chain(() -> cases.replaceParties(tx, new Cases.WithContacts(after, contacts)))
                .chain(personal -> redate(tx, open, after).chain(redated -> move.apply(
                                tx,
                                new MoveCase.Move(
                                        actor, open, after, before.team() == null ? decision.team() : before.team()))
                        .chain(moved -> audit.write(
                                tx, Audit.by(actor), entries(edited(before, row, personal), redated, moved)))))
                .replaceWithVoid();
    }

    /** @param personal what became of the parties' personal data, masked */
    private static Entry edited(EnforcementCase before, RegisterRow row, Changes personal) {
        List<String> changed = new ArrayList<>(changed(before.row(), row));
        if (!personal.none() && !changed.contains("parties")) {
            changed.add("parties");
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("changed", changed);
        detail.put(Changes.KEY, changes(before.row(), row).all(personal).byField());
        detail.put("version", before.version() + 1);
        return new Entry("case.edited", before.id(), before.id(), detail);
    }

    /** The register's fields, before and after; parties by side. */
    static Changes changes(RegisterRow a, RegisterRow b) {
        return new Changes()
                .field("cause", a.cause(), b.cause())
                .field("matter", a.matter(), b.matter())
                .field("claimAmount", a.claimAmount(), b.claimAmount())
                .field("filedOn", a.filedOn(), b.filedOn())
                .field("firstFiledOn", a.firstFiledOn(), b.firstFiledOn())
                .field("preserved", a.preserved(), b.preserved())
                .field("fourChecksSufficient", a.fourChecksSufficient(), b.fourChecksSufficient())
                .field("auctionNeeded", a.auctionNeeded(), b.auctionNeeded())
                .field("refusalOrCriminal", a.refusalOrCriminal(), b.refusalOrCriminal())
                .field("applicants", names(a, PartyRole.APPLICANT), names(b, PartyRole.APPLICANT))
                .field("respondents", names(a, PartyRole.RESPONDENT), names(b, PartyRole.RESPONDENT))
                .field("enterprises", enterprises(a), enterprises(b));
    }

    private static String names(RegisterRow row, PartyRole role) {
        return row.parties().stream()
                .filter(party -> party.role() == role)
                .map(NamedParty::name)
                .collect(Collectors.joining("、"));
    }

    private static String enterprises(RegisterRow row) {
        return row.parties().stream()
                .filter(party -> party.kind() == PartyKind.ENTERPRISE)
                .map(NamedParty::name)
                .collect(Collectors.joining("、"));
    }

    private static List<Entry> entries(Entry edited, List<Entry> redated, List<Entry> moved) {
        List<Entry> all = new ArrayList<>();
        all.add(edited);
        all.addAll(redated);
        all.addAll(moved);
        return all;
    }

    /** A corrected filing date counts the open nodes that started on it anew, under the version they were opened with. */
    private Uni<List<Entry>> redate(SqlConnection tx, CaseFile.Open open, EnforcementCase after) {
        var from = open.subject().row().filedOn();
        var to = after.row().filedOn();
        if (from.equals(to)) {
            return Uni.createFrom().item(List.of());
        }
        return dates.of(
                        tx,
                        after.courtId(),
                        after.id(),
                        node -> node.open() && node.startOn().equals(from)
                                ? open.rulebook().redated(node, to, clock.today())
                                : node)
                .map(MoveDates.Done::entries);
    }

    /** The API's names of the fields that differ. */
    static List<String> changed(RegisterRow a, RegisterRow b) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("cause", a.cause().equals(b.cause()));
        same.put("matter", a.matter() == b.matter());
        same.put("claimAmount", Objects.equals(a.claimAmount(), b.claimAmount()));
        same.put("filedOn", a.filedOn().equals(b.filedOn()));
        same.put("firstFiledOn", Objects.equals(a.firstFiledOn(), b.firstFiledOn()));
        same.put("preserved", a.preserved() == b.preserved());
        same.put("fourChecksSufficient", a.fourChecksSufficient() == b.fourChecksSufficient());
        same.put("auctionNeeded", a.auctionNeeded() == b.auctionNeeded());
        same.put("refusalOrCriminal", a.refusalOrCriminal() == b.refusalOrCriminal());
        same.put("parties", a.parties().equals(b.parties()));
        return same.entrySet().stream()
                .filter(e -> !e.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
