package org.zhixing.clock.web;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.clock.store.NodeFilter;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Refusal;

/** The board's filters as they come in the URL; the list and the counts take the same. */
public class NodeQuery {
    private static final int LONGEST_Q = 60;

    @QueryParam("state")
    @Parameter(
            description = "May be given several times; all states if absent",
            schema = @Schema(type = SchemaType.ARRAY, implementation = NodeState.class))
    @Nullable
    List<String> state;

    @QueryParam("team")
    @Parameter(description = "The case's team", schema = @Schema(implementation = Team.class))
    @Nullable
    String team;

    @QueryParam("code")
    @Parameter(schema = @Schema(implementation = NodeCode.class))
    @Nullable
    String code;

    @QueryParam("person")
    @Parameter(description = "Id of a person who answers for the node", schema = @Schema(implementation = UUID.class))
    @Nullable
    String person;

    @QueryParam("mine")
    @Parameter(
            description =
                    "True for what the caller answers for, in person, in the responsible team or at the funds desk")
    boolean mine;

    @QueryParam("dueFrom")
    @Parameter(description = "Due on this court date or later", schema = @Schema(implementation = LocalDate.class))
    @Nullable
    String dueFrom;

    @QueryParam("dueTo")
    @Parameter(description = "Due on this court date or earlier", schema = @Schema(implementation = LocalDate.class))
    @Nullable
    String dueTo;

    @QueryParam("q")
    @Parameter(description = "Part of a case number", example = "执123")
    @Nullable
    String q;

    NodeFilter filter(Actor actor, LocalDate today) {
        LocalDate from = Asked.date("dueFrom", dueFrom);
        LocalDate to = Asked.date("dueTo", dueTo);
        if (from != null && to != null && from.isAfter(to)) {
            throw Refusal.field("dueTo", to, "field.order");
        }
        return new NodeFilter(
                actor,
                today,
                states(),
                Asked.choice(Team.class, "team", team),
                Asked.choice(NodeCode.class, "code", code),
                Asked.uuid("person", person),
                mine,
                from,
                to,
                part());
    }

    private Set<NodeState> states() {
        List<String> asked = state == null ? List.of() : state;
        return asked.stream()
                .map(text -> Asked.choice(NodeState.class, "state", text))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    private @Nullable String part() {
        if (q == null || q.isBlank()) {
            return null;
        }
        String part = q.strip();
        if (part.length() > LONGEST_Q) {
            throw Refusal.field("q", part, "field.length", LONGEST_Q);
        }
        return part;
    }
}
