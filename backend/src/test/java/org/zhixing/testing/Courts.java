package org.zhixing.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/** Courts of their own for tests that need many, with policies and calendar as 豫0505 has them and one person an office. */
@ApplicationScoped
public class Courts {
    private static final String LIKE = "豫98__";
    private static final List<String> POLICIES = List.of("node_policy", "triage_policy", "funds_policy");

    private final CourtData data;

    Courts(CourtData data) {
        this.data = data;
    }

    /** A court and those who move its money. */
    public record Bench(
            int id, String code, Actor executor, Actor judge, Actor director, Actor president, Actor funds) {
        public List<Actor> people() {
            return List.of(executor, judge, director, president, funds);
        }
    }

    /** Opens so many, at most ninety-nine; {@link #close} removes them. */
    public List<Bench> open(int courts) {
        List<Bench> all = new ArrayList<>();
        for (int i = 1; i <= courts; i++) {
            data.run("select open_court('豫98%02d', '第%d试验法院')".formatted(i, i));
        }
        String pairs = " from court c, court o where c.code like '" + LIKE + "' and o.code = '豫0505'";
        data.run("insert into person (id, court_id, username, name, roles, team) select gen_random_uuid(), c.id,"
                + " c.code || p.username, p.name, p.roles, p.team"
                + pairs.replace(" where", " join person p on p.court_id = o.id where")
                + " and p.username in ('executor-fast-1', 'judge-fast-1', 'director', 'president', 'funds')");
        for (String policy : POLICIES) {
            data.run("insert into " + policy + " (court_id, version, effective_from, document) select c.id, p.version,"
                    + " p.effective_from, p.document"
                    + pairs.replace(" where", " join " + policy + " p on p.court_id = o.id where"));
        }
        data.run("insert into court_calendar (court_id, year, document) select c.id, k.year, k.document"
                + pairs.replace(" where", " join court_calendar k on k.court_id = o.id where"));
        for (String court :
                data.query("select id || ' ' || code from court where code like '" + LIKE + "' order by 1")) {
            all.add(bench(court.split(" ")));
        }
        return all;
    }

    private Bench bench(String[] idAndCode) {
        int id = Integer.parseInt(idAndCode[0]);
        return new Bench(
                id,
                idAndCode[1],
                actor(id, "executor"),
                actor(id, "judge"),
                actor(id, "director"),
                actor(id, "president"),
                actor(id, "funds"));
    }

    private Actor actor(int court, String role) {
        String[] row = data.query("select concat_ws(' ', id, username, name, team) from person where court_id = "
                        + court + " and '" + role + "' = any (roles)")
                .get(0)
                .split(" ");
        Set<Role> roles = Stream.of(Role.values())
                .filter(each -> each.roleName().equals(role))
                .collect(Collectors.toSet());
        return new Actor(
                UUID.fromString(row[0]),
                court,
                row[1],
                row[2],
                roles,
                row.length > 3 ? Team.valueOf(row[3]) : null,
                Set.of());
    }

    /** Removes them with all that they have. */
    public void close() {
        data.wipe();
        String theirs = " where court_id in (select id from court where code like '" + LIKE + "')";
        StringBuilder sql = new StringBuilder();
        for (String policy : POLICIES) {
            sql.append(
                    "alter table %1$s disable trigger %1$s_stays; delete from %1$s%2$s; alter table %1$s enable trigger %1$s_stays;"
                            .formatted(policy, theirs));
        }
        sql.append("alter table ledger_account disable trigger ledger_account_kept; delete from ledger_account")
                .append(theirs)
                .append("; alter table ledger_account enable trigger ledger_account_kept;");
        for (String table : List.of("court_calendar", "statement_mapping", "audit_head", "person")) {
            sql.append("delete from ").append(table).append(theirs).append(';');
        }
        data.run(sql + "delete from court where code like '" + LIKE + "'");
    }
}
