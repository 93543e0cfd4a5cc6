package org.zhixing.access.rules;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person or service account that asks.
 *
 * @param courtId the one court whose rows this actor can meet
 * @param team the team the person belongs to, or null for desks and the court's leaders
 * @param scopes what an API client was granted, e.g. {@code cases:read}; empty for people
 */
public record Actor(
        UUID personId,
        int courtId,
        String username,
        String name,
        Set<Role> roles,
        @Nullable Team team,
        Set<String> scopes) {

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
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
