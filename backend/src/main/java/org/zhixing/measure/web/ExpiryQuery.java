package org.zhixing.measure.web;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.measure.rules.AssetKind;
import org.zhixing.measure.store.ExpiryRows;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Refusal;

/** The filters of the expiries as they come in the URL; list, chart and file take the same. */
public class ExpiryQuery {
    private static final int LONGEST_DAYS = 1200;

    @QueryParam("team")
    @Parameter(description = "The case's team", schema = @Schema(implementation = Team.class))
    @Nullable
    String team;

    @QueryParam("kind")
    @Parameter(description = "The sort of property", schema = @Schema(implementation = AssetKind.class))
    @Nullable
    String kind;

    @QueryParam("handler")
    @Parameter(description = "Id of the case's judge or executor", schema = @Schema(implementation = UUID.class))
    @Nullable
    String handler;

    @QueryParam("mine")
    @Parameter(description = "True for cases that the caller handles")
    boolean mine;

    @QueryParam("within")
    @Parameter(description = "Days left at most; what ran out is within any", example = "60")
    @Nullable
    Integer within;

    @QueryParam("lapsed")
    @Parameter(description = "True for what ran out with nothing of ours after it, alone")
    boolean lapsed;

    ExpiryRows.Filter filter(Actor actor) {
        if (within != null && (within < 0 || within > LONGEST_DAYS)) {
            throw Refusal.field("within", within, "field.range", 0, LONGEST_DAYS);
        }
        return new ExpiryRows.Filter(
                Asked.choice(Team.class, "team", team),
                Asked.choice(AssetKind.class, "kind", kind),
                mine ? actor.personId() : Asked.uuid("handler", handler),
                within,
                lapsed);
    }
}
