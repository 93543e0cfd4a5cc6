package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.clock.SeenCalendar;
import org.zhixing.clock.rules.Forecast;
import org.zhixing.clock.rules.Horizon;
import org.zhixing.clock.store.NodeFilter;
import org.zhixing.clock.store.NodeTallies;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** What is ahead, and of whom. */
@Path("/api/v1/forecast")
@Tag(name = "clock")
public class ForecastResource {
    private final Actors actors;
    private final Names names;
    private final NodeTallies tallies;
    private final SeenCalendar calendars;
    private final Database database;
    private final CourtClock clock;

    ForecastResource(
            Actors actors,
            Names names,
            NodeTallies tallies,
            SeenCalendar calendars,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.names = names;
        this.tallies = tallies;
        this.calendars = calendars;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.NODES_READ
    })
    @Operation(
            operationId = "forecast",
            summary = "Open nodes due in the next fourteen working days, by team, person and day",
            description = "Takes the filters of the node board, and shows never more than the caller may see.")
    @APIResponse(responseCode = "200", description = "One row a team and one a person, a number for each day")
    public Uni<ForecastView> forecast(@BeanParam NodeQuery query) {
        return actors.current().chain(actor -> calendars.of(actor.courtId()).chain(calendar -> {
            NodeFilter filter = query.filter(actor, clock.today());
            List<LocalDate> days = Horizon.days(clock.today(), calendar);
            return tallies.loads(database.reading(), filter, days.get(days.size() - 1))
                    .chain(loads -> names.of(actor.courtId())
                            .map(known -> ForecastView.from(Forecast.of(days, loads), calendar, known)));
        }));
    }
}
