package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.DecisionRecord;

/** The triage desk puts a case into a team by hand, with a reason that stays on the case (clause 二(六)). */
@ApplicationScoped
public class DecideTeam {
    private final Database database;
    private final CaseFile file;
    private final Triage triage;
    private final MoveCase move;
    private final Audit audit;
    private final CourtClock clock;

    DecideTeam(Database database, CaseFile file, Triage triage, MoveCase move, Audit audit, CourtClock clock) {
        this.database = database;
        this.file = file;
        this.triage = triage;
        this.move = move;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<Void> decide(Actor actor, UUID id, int version, Team to, String reason) {
        return database.inTransaction(
                tx -> file.lock(tx, actor, id, version, CaseAct.OVERRIDE).chain(open -> {
                    var subject = open.subject();
                    if (subject.team() == to) {
                        throw Refusal.rule("same-team", "二(六)");
                    }
                    var choice = new DecisionRecord.DeskChoice(
                            subject.team(), to, reason, actor.personId(), actor.name(), clock.now());
                    Map<String, Object> detail = new LinkedHashMap<>();
                    detail.put("from", String.valueOf(subject.team()));
                    detail.put("to", to.name());
                    detail.put("reason", reason);
                    Entry entry = new Entry("case.overridden", id, id, detail);
                    return triage.ofCase(tx, actor.courtId(), id)
                            .chain(record ->
                                    triage.save(tx, List.of(record.orElseThrow().overridden(choice))))
                            .chain(() -> move.apply(tx, new MoveCase.Move(actor, open, subject, to)))
                            .chain(moved -> {
                                List<Entry> all = new ArrayList<>();
                                all.add(entry);
                                all.addAll(moved);
                                return audit.write(tx, Audit.by(actor), all);
                            });
                }));
    }
}
