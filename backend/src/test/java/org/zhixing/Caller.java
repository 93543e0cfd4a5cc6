package org.zhixing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.testing.People;

/** Somebody who calls every operation: a name for the report, a role of the table, and a token. */
record Caller(
        String name,
        @Nullable String role,
        Set<String> scopes,
        @Nullable String token) {
    /** Somebody of the demo who has that role and no other. */
    static Caller of(String role) {
        String username = People.all().stream()
                .filter(each -> People.rolesOf(each).equals(List.of(role)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody in the demo is only " + role));
        return new Caller(role, role, Set.of(), People.token(username));
    }

    static Caller client(String... scopes) {
        return new Caller(
                "integration with " + List.of(scopes),
                "integration",
                Set.of(scopes),
                People.token(People.INTEGRATION, List.of("integration"), String.join(" ", scopes)));
    }

    /** Signed in with every role there is, but of no court. */
    static Caller stranger(List<String> roles) {
        return new Caller("a stranger", null, Set.of(), People.token("stranger", roles, "cases:read cases:write"));
    }

    static Caller nobody() {
        return new Caller("nobody", null, Set.of(), null);
    }

    /** What the table means for this caller. */
    boolean isAllowed(String cell) {
        return role != null && (cell.equals("yes") || cell.equals("any") || scopes.contains(cell));
    }
}
