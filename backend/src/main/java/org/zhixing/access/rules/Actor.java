package org.zhixing.access.rules;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The person or service account that asks.
 *
 * @param courtId the one court whose rows this actor can meet
 * @param team the team the person belongs to, or null for desks and the court's leaders
 * @param roles with those that are lent
 * @param scopes what an API client was granted, e.g. {@code cases:read}; empty for people
 * @param lent the roles that are another's, in whose place the actor decides today
 */
public record Actor(
        UUID personId,
        int courtId,
        String username,
        String name,
        Set<Role> roles,
        @Nullable Team team,
        Set<String> scopes,
        Set<Role> lent) {

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        lent = Set.copyOf(lent);
    }

    /** Somebody with roles of their own alone. */
    public Actor(
            UUID personId,
            int courtId,
            String username,
            String name,
            Set<Role> roles,
            @Nullable Team team,
            Set<String> scopes) {
        this(personId, courtId, username, name, roles, team, scopes, Set.of());
    }

    /** Whether they hold the role in another's place. */
    public boolean borrows(Role role) {
        return lent.contains(role);
    }

    /** Whom they are where they act for themselves: what is lent holds for the cases of others. */
    public Actor unlent() {
        return lent.isEmpty()
                ? this
                : new Actor(
                        personId,
                        courtId,
                        username,
                        name,
                        roles.stream().filter(role -> !lent.contains(role)).collect(Collectors.toSet()),
                        team,
                        scopes);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role first, Role... others) {
        if (roles.contains(first)) {
            return true;
        }
        for (Role other : others) {
            if (roles.contains(other)) {
                return true;
            }
        }
        return false;
    }

    public boolean granted(String scope) {
        return scopes.contains(scope);
    }
}
