package org.zhixing.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.access.store.People;

/** The judges and executors among whom cases are shared out. */
@ApplicationScoped
public class Staff {
    private final People people;

    Staff(People people) {
        this.people = people;
    }

    /** Somebody who may handle cases; {@code openCases} counts those handled now. */
    public record Handler(UUID id, String name, @Nullable Team team, Set<Role> roles, int openCases) {}

    public Uni<List<Handler>> lockHandlers(SqlConnection tx, int courtId, Collection<Team> teams) {
        return people.lockHandlers(tx, courtId, teams).map(all -> all.stream()
                .map(p -> new Handler(p.id(), p.name(), p.team(), p.roles(), p.openCases()))
                .toList());
    }

    public Uni<Integer> addLoad(SqlConnection tx, Map<UUID, Integer> byPerson) {
        return people.addLoad(tx, byPerson);
    }
}
