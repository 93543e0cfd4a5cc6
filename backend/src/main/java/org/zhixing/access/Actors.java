package org.zhixing.access;

import io.quarkus.cache.CacheResult;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.access.store.People;
import org.zhixing.platform.CourtWall;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/**
 * Who is calling. The token says who it is and which roles; the people's table says of which court and team. A token
 * whose name is not in the table, or that holds no role of the court, may do nothing.
 */
@ApplicationScoped
public class Actors {
    private final SecurityIdentity identity;
    private final People people;
    private final Database database;
    private final KnownPeople known;

    Actors(SecurityIdentity identity, People people, Database database, KnownPeople known) {
        this.identity = identity;
        this.people = people;
        this.database = database;
        this.known = known;
    }

    /** People looked up a moment ago: at most 10 s old, so a moved person is seen by every instance soon. */
    @ApplicationScoped
    public static class KnownPeople {
        private final People people;
        private final Database database;

        KnownPeople(People people, Database database) {
            this.people = people;
            this.database = database;
        }

        @CacheResult(cacheName = "people")
        public Uni<Optional<Person>> find(String username) {
            return people.byUsername(database.readingEveryCourt(), username);
        }
    }

    /** The caller; 403 where the people's table does not know the name. */
    public Uni<Actor> current() {
        // Read before anything is waited for: a caller who hangs up meanwhile takes the identity along.
        Set<Role> all = tokenRoles();
        Set<Role> lent = lent();
        Set<String> scopes = scopes(identity);
        return person().chain(p -> {
            Actor actor = new Actor(p.id(), p.courtId(), p.username(), p.name(), all, p.team(), scopes, lent);
            // What is lent stays the lender's: the table keeps whom the token alone makes them.
            Set<Role> roles = actor.unlent().roles();
            return roles.equals(p.roles())
                    ? Uni.createFrom().item(actor)
                    : people.keepRoles(database.reading(), p.id(), roles).replaceWith(actor);
        });
    }

    /** The caller's row in the people's table. */
    public Uni<Person> person() {
        String username = identity.getPrincipal().getName();
        Optional<CourtWall> wall = CourtWall.here();
        return known.find(username)
                .map(found -> found.orElseThrow(() -> Refusal.forbidden("unknown-person", null, username)))
                .invoke(person -> wall.ifPresent(before -> before.open(person.courtId())));
    }

    /** Somebody of any court, with the roles known of them; empty for one who left. */
    public Uni<Optional<Person>> personOf(UUID id) {
        return people.byId(database.readingEveryCourt(), id);
    }

    /** Names of people by id, for screens and papers. */
    public Uni<List<Person>> peopleOf(int courtId, @Nullable Team team, @Nullable Role role) {
        return people.list(database.reading(), courtId, team, role);
    }

    /** Everybody of the court by id. */
    public Uni<Map<UUID, Person>> byId(int courtId) {
        return peopleOf(courtId, null, null)
                .map(all -> all.stream().collect(Collectors.toMap(Person::id, Function.identity())));
    }

    private Set<Role> lent() {
        Set<Role> lent = identity.getAttribute(Standing.LENT);
        return lent == null ? Set.of() : lent;
    }

    private Set<Role> tokenRoles() {
        return identity.getRoles().stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    static Set<String> scopes(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof org.eclipse.microprofile.jwt.JsonWebToken jwt)) {
            return Set.of();
        }
        Object scope = jwt.getClaim("scope");
        return scope == null
                ? Set.of()
                : Set.copyOf(Arrays.asList(scope.toString().split(" ")));
    }
}
