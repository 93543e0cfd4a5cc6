package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.clock.CalendarFeeds;
import org.zhixing.platform.ZhixingConfig;

/** The caller's due dates as a calendar to subscribe to. */
@Path("/api/v1/me/calendar-feed")
@Tag(name = "clock")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
})
public class CalendarFeedResource {
    private final Actors actors;
    private final CalendarFeeds feeds;
    private final ZhixingConfig config;

    CalendarFeedResource(Actors actors, CalendarFeeds feeds, ZhixingConfig config) {
        this.actors = actors;
        this.feeds = feeds;
        this.config = config;
    }

    /** A subscription. */
    @Schema(name = "CalendarFeed")
    public record Feed(
            @Schema(description = "The secret address, in the answer that makes it and never again") @Nullable
            String url,

            @Schema(description = "Null: there is none") @Nullable
            Instant createdAt) {}

    @GET
    @Operation(operationId = "getCalendarFeed", summary = "Whether the caller has a calendar subscription")
    public Uni<Feed> get() {
        return actors.current().chain(feeds::createdAt).map(at -> new Feed(null, at.orElse(null)));
    }

    @POST
    @Operation(
            operationId = "makeCalendarFeed",
            summary = "Makes a calendar subscription, or a new one in place of the old",
            description =
                    "Whoever has the address reads the due dates (case numbers and nodes, no parties) without signing"
                            + " in. It is shown once; the former address answers 404 from now on.")
    public Uni<Feed> make(UriInfo uri) {
        String base = config.publicUrl().orElseGet(() -> uri.getBaseUri().toString());
        String home = base.replaceAll("/+$", "");
        return actors.current()
                .chain(feeds::make)
                .map(made -> new Feed(home + "/calendar/" + made.token() + ".ics", made.createdAt()));
    }

    @DELETE
    @Operation(operationId = "revokeCalendarFeed", summary = "Revokes the calendar subscription; again changes nothing")
    @APIResponse(responseCode = "204", description = "There is none now")
    public Uni<Void> revoke() {
        return actors.current().chain(feeds::revoke);
    }
}
