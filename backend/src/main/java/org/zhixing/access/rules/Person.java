package org.zhixing.access.rules;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a court as the people's table has it; {@code openCases} counts the open cases handled now. */
public record Person(
        UUID id,
        int courtId,
        String courtCode,
        String courtName,
        String username,
        String name,
        @Nullable Team team,
        Set<Role> roles,
        int openCases) {

    /** Whom they are when something is looked up for them without their asking; no API client's scopes. */
    public Actor actor() {
        return new Actor(id, courtId, username, name, roles, team, Set.of());
    }
}
