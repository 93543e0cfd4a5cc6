package org.zhixing.access.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.platform.Database;

/** The people's table: who belongs to which court and team. Roles are Keycloak's; the copy here proposes handlers. */
@ApplicationScoped
public class People {
    private static final String COLUMNS =
            "p.id, p.court_id, c.code, c.name, p.username, p.name, p.team, p.roles, p.open_cases";

    public Uni<Optional<Person>> byUsername(SqlClient client, String username) {
        return Database.first(
                client,
                "select " + COLUMNS + " from person p join court c on c.id = p.court_id"
                        + " where p.username = $1 and p.active",
                People::person,
                username);
    }

    /** Empty for somebody who left. */
    public Uni<Optional<Person>> byId(SqlClient client, UUID id) {
        return Database.first(
                client,
                "select " + COLUMNS + " from person p join court c on c.id = p.court_id where p.id = $1 and p.active",
                People::person,
                id);
    }

    /** Brings the copy of the roles in line with the token's. */
    public Uni<Integer> keepRoles(SqlClient client, UUID id, Set<Role> roles) {
        return Database.execute(
                client,
                "update person set roles = $2 where id = $1 and roles <> $2",
                id,
                roles.stream().map(Role::roleName).sorted().toArray(String[]::new));
    }

    public Uni<List<Person>> list(SqlClient client, int courtId, @Nullable Team team, @Nullable Role role) {
        return Database.list(
                client,
                "select " + COLUMNS + " from person p join court c on c.id = p.court_id"
                        + " where p.court_id = $1 and p.active and ($2::text is null or p.team = $2)"
                        + " and ($3::text is null or $3 = any (p.roles)) order by p.team nulls last, p.username",
                People::person,
                courtId,
                team == null ? null : team.name(),
                role == null ? null : role.roleName());
    }

    /** People who left the court too. */
    public Uni<List<Person>> everybody(SqlClient client, int courtId) {
        return Database.list(
                client,
                "select " + COLUMNS + " from person p join court c on c.id = p.court_id where p.court_id = $1",
                People::person,
                courtId);
    }

    /** Judges and executors of the teams, locked so that two filings at once do not pick by the same load. */
    public Uni<List<Person>> lockHandlers(SqlClient tx, int courtId, Collection<Team> teams) {
        return Database.list(
                tx,
                "select " + COLUMNS + " from person p join court c on c.id = p.court_id"
                        + " where p.court_id = $1 and p.active and p.team = any ($2)"
                        + " and p.roles && '{judge,executor}'::text[] order by p.id for no key update of p",
                People::person,
                courtId,
                teams.stream().map(Team::name).toArray(String[]::new));
    }

    /** Adds to the open load of each person. */
    public Uni<Integer> addLoad(SqlClient tx, Map<UUID, Integer> byPerson) {
        Map<UUID, Integer> changes = new TreeMap<>(byPerson);
        changes.values().removeIf(change -> change == 0);
        if (changes.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Database.execute(
                tx,
                "update person p set open_cases = p.open_cases + d.n"
                        + " from unnest($1::uuid[], $2::int[]) as d (id, n) where p.id = d.id",
                changes.keySet().toArray(UUID[]::new),
                new ArrayList<>(changes.values()).toArray(Integer[]::new));
    }

    private static Person person(Row row) {
        String team = row.getString(6);
        return new Person(
                row.getUUID(0),
                row.getInteger(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                team == null ? null : Team.valueOf(team),
                roles(row.getArrayOfStrings(7)),
                row.getInteger(8));
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names)
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
