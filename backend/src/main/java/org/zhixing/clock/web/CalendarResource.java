package org.zhixing.clock.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.flow.PublishCalendar;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Refusal;

/** The days the court works, year by year. */
@Path("/api/v1/calendars")
@Tag(name = "clock")
public class CalendarResource {
    private final Actors actors;
    private final Nodes nodes;
    private final PublishCalendar publish;
    private final Database database;
    private final Json json;

    CalendarResource(Actors actors, Nodes nodes, PublishCalendar publish, Database database, Json json) {
        this.actors = actors;
        this.nodes = nodes;
        this.publish = publish;
        this.database = database;
        this.json = json;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN, Roles.INTEGRATION
    })
    @Operation(operationId = "listCalendars", summary = "The years the court has a calendar of")
    @APIResponse(responseCode = "200", description = "Years, the earliest first")
    public Uni<List<CalendarView.Summary>> list() {
        return years().map(years -> years.stream()
                .map(year -> new CalendarView.Summary(year.year(), year.published()))
                .toList());
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN, Roles.INTEGRATION
    })
    @Operation(operationId = "getCalendar", summary = "One year's holidays and adjusted working days")
    @APIResponse(responseCode = "200", description = "The year")
    @APIResponse(responseCode = "404", description = "The court has no calendar of that year")
    public Uni<CalendarView> get(@RestPath int year) {
        return years().map(years -> years.stream()
                .filter(found -> found.year() == year)
                .findFirst()
                .map(CalendarView::from)
                .orElseThrow(Refusal::notFound));
    }

    @PUT
    @Path("/{year}")
    @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "publishCalendar",
            summary = "Publishes a year, or corrects it, and counts anew the open nodes it has a say in")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CalendarBody.class)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "date,kind,name\n2027-01-01,HOLIDAY,元旦\n")
            })
    @APIResponse(responseCode = "200", description = "The year as published, and how many nodes moved")
    @APIResponse(responseCode = "400", description = "What is wrong with it, by line or day")
    public Uni<CalendarView.Published> put(
            @RestPath int year,
            byte[] body,
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String type)
            throws JsonProcessingException {
        if (year < CalendarBody.FIRST_YEAR || year > CalendarBody.LAST_YEAR) {
            throw Refusal.field("year", year, "field.range", CalendarBody.FIRST_YEAR, CalendarBody.LAST_YEAR);
        }
        boolean csv = type != null && type.toLowerCase(Locale.ROOT).startsWith("text/csv");
        CalendarYear read = csv ? CalendarBody.readCsv(year, body) : CalendarBody.readJson(year, body, json.mapper());
        return actors.current().chain(actor -> publish.publish(actor, read)).map(done -> {
            CalendarView view = CalendarView.from(done.year());
            return new CalendarView.Published(
                    year, true, view.holidays(), view.workdays(), done.moved(), done.confirmed());
        });
    }

    private Uni<List<CalendarYear>> years() {
        return actors.current().chain(actor -> nodes.years(database.reading(), actor.courtId()));
    }
}
