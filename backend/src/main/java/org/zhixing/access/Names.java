package org.zhixing.access;

import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Team;
import org.zhixing.access.store.People;
import org.zhixing.platform.Database;

/** Names and teams of a court's people by id, of those who left too; at most 10 s old, so that lists ask no query. */
@ApplicationScoped
public class Names {
    private final People people;
    private final Database database;

    Names(People people, Database database) {
        this.people = people;
        this.database = database;
    }

    /** A person as lists show one. */
    public record Known(String name, @Nullable Team team) {
        /** For an id that is not among the court's people (any more). */
        public static final Known NOBODY = new Known("", null);
    }

    @CacheResult(cacheName = "names")
    public Uni<Map<UUID, Known>> of(int courtId) {
        return people.everybody(database.readingEveryCourt(), courtId)
                .map(all -> all.stream().collect(Collectors.toMap(Person::id, p -> new Known(p.name(), p.team()))));
    }
}
