package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.Staff;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.platform.Changes;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** A team leader gives a case to another judge and executor of the team (双承办, clause 一(五)). */
@ApplicationScoped
public class Reassign {
    private final Database database;
    private final CaseFile file;
    private final Staff staff;
    private final Names names;
    private final MoveCase move;
    private final Audit audit;

    Reassign(Database database, CaseFile file, Staff staff, Names names, MoveCase move, Audit audit) {
        this.database = database;
        this.file = file;
        this.staff = staff;
        this.names = names;
        this.move = move;
        this.audit = audit;
    }

    /** The pair wanted, and why. */
    public record Wish(UUID judgeId, UUID executorId, String reason) {}

    /** The pair as people of the team, and the names of everybody it may take the place of. */
    record Pair(Staff.Handler judge, Staff.Handler executor, Map<UUID, Names.Known> known) {
        private @Nullable String name(@Nullable UUID person) {
            return person == null
                    ? null
                    : known.getOrDefault(person, Names.Known.NOBODY).name();
        }
    }

    public Uni<Void> reassign(Actor actor, UUID id, int version, Wish wish) {
        return database.inTransaction(
                tx -> file.lock(tx, actor, id, version, CaseAct.REASSIGN).chain(open -> {
                    Team team = open.subject().team();
                    return pair(tx, actor, team, wish).chain(pair -> {
                        var before = open.subject();
                        var after = before.withTeam(
                                team, pair.judge().id(), pair.executor().id());
                        return move.settle(tx, new MoveCase.Move(actor, open, before, team), after)
                                .chain(moved -> audit.write(tx, Audit.by(actor), entries(before, pair, wish, moved)));
                    });
                }));
    }

    /** The pair, locked: always a judge and an executor of the team, and always two. */
    Uni<Pair> pair(SqlConnection tx, Actor actor, @Nullable Team team, Wish wish) {
        return staff.lockHandlers(tx, actor.courtId(), team == null ? Set.of() : Set.of(team))
                .chain(people -> names.of(actor.courtId()).map(known -> {
                    Staff.Handler judge = member(people, wish.judgeId(), Role.JUDGE, "judgeId");
                    Staff.Handler executor = member(people, wish.executorId(), Role.EXECUTOR, "executorId");
                    if (judge.id().equals(executor.id())) {
                        throw Refusal.rule("handlers-are-two", "一(五)");
                    }
                    return new Pair(judge, executor, known);
                }));
    }

    /** What the trail says of it. */
    static List<Entry> entries(EnforcementCase before, Pair pair, Wish wish, List<Entry> moved) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("judge", pair.judge().name());
        detail.put("executor", pair.executor().name());
        detail.put("reason", wish.reason());
        detail.put("changed", List.of("judge", "executor"));
        detail.put(
                Changes.KEY,
                new Changes()
                        .field(
                                "judge",
                                pair.name(before.judgeId()),
                                pair.judge().name())
                        .field(
                                "executor",
                                pair.name(before.executorId()),
                                pair.executor().name())
                        .byField());
        detail.put("version", before.version() + 1);
        List<Entry> all = new ArrayList<>();
        all.add(new Entry("case.reassigned", before.id(), before.id(), detail));
        all.addAll(moved);
        return all;
    }

    private static Staff.Handler member(List<Staff.Handler> people, @Nullable UUID id, Role role, String field) {
        return people.stream()
                .filter(p -> p.id().equals(id) && p.roles().contains(role))
                .findFirst()
                .orElseThrow(() -> Refusal.field(field, id, "field.not-in-team"));
    }
}
