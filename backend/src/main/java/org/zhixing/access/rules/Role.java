package org.zhixing.access.rules;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person may do, under the name the identity provider gives it. */
public enum Role {
    PRESIDENT("president"),
    DIRECTOR("director"),
    TEAM_LEADER("team-leader"),
    JUDGE("judge"),
    EXECUTOR("executor"),
    JUDGE_ASSISTANT("judge-assistant"),
    CLERK("clerk"),
    POLICE("police"),
    TRIAGE("triage"),
    NODE_CONTROL("node-control"),
    FUNDS("funds"),
    RESTRICTION("restriction"),
    FINAL_REVIEW("final-review"),
    QUALITY("quality"),
    ARCHIVE("archive"),
    AUDITOR("auditor"),
    ADMIN("admin"),
    INTEGRATION("integration");

    private static final Map<String, Role> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::roleName, Function.identity()));

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** The name in tokens and in the API, e.g. {@code team-leader}. */
    public String roleName() {
        return roleName;
    }

    /** The role of that name; empty for the identity provider's own roles, which mean nothing to the court. */
    public static Optional<Role> of(String roleName) {
        return Optional.ofNullable(BY_NAME.get(roleName));
    }
}
