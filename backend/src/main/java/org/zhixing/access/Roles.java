package org.zhixing.access;

import java.util.Set;

/** Keycloak's role names as {@code @RolesAllowed} wants them, one constant a role of the court. */
public final class Roles {
    public static final String PRESIDENT = "president";
    public static final String DIRECTOR = "director";
    public static final String TEAM_LEADER = "team-leader";
    public static final String JUDGE = "judge";
    public static final String EXECUTOR = "executor";
    public static final String JUDGE_ASSISTANT = "judge-assistant";
    public static final String CLERK = "clerk";
    public static final String POLICE = "police";
    public static final String TRIAGE = "triage";
    public static final String NODE_CONTROL = "node-control";
    public static final String FUNDS = "funds";
    public static final String RESTRICTION = "restriction";
    public static final String FINAL_REVIEW = "final-review";
    public static final String QUALITY = "quality";
    public static final String ARCHIVE = "archive";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";
    public static final String INTEGRATION = "integration";

    /** What a service account may be granted; {@link Standing} turns its token's scopes into roles of these names. */
    public static final String CASES_READ = "cases:read";

    public static final String CASES_WRITE = "cases:write";
    public static final String NODES_READ = "nodes:read";

    static final Set<String> SCOPES = Set.of(CASES_READ, CASES_WRITE, NODES_READ);

    private Roles() {}
}
