package org.zhixing.clock.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.Forecast;

/** What falls due in the next fourteen working days, by team and person. */
@Schema(name = "Forecast")
public record ForecastView(
        @Schema(description = "From today to the fourteenth working day, rest days included")
        List<Day> days,

        @Schema(description = "Nodes that a team answers for, whether as a team or through the people of its cases")
        List<TeamRow> teams,

        @Schema(description = "Nodes that a person answers for; one with two handlers counts for both")
        List<PersonRow> people) {

    /** One day ahead. */
    @Schema(name = "ForecastDay")
    public record Day(LocalDate date, boolean workday) {}

    /** A team's numbers, one a day. */
    @Schema(name = "ForecastTeam")
    public record TeamRow(
            Team team,
            List<Long> counts,

            @Schema(description = "Open nodes past their due date")
            long late) {}

    /** A person's numbers, one a day. */
    @Schema(name = "ForecastPerson")
    public record PersonRow(
            PersonRef person,
            @Nullable Team team,
            List<Long> counts,

            @Schema(description = "Open nodes past their due date")
            long late) {}

    static ForecastView from(Forecast forecast, CourtCalendar calendar, Map<UUID, Names.Known> known) {
        return new ForecastView(
                forecast.days().stream()
                        .map(day -> new Day(day, calendar.works(day)))
                        .toList(),
                forecast.teams().stream()
                        .map(row -> new TeamRow(row.key(), row.counts(), row.late()))
                        .toList(),
                forecast.people().stream()
                        .map(row -> {
                            Names.Known person = known.getOrDefault(row.key(), Names.Known.NOBODY);
                            return new PersonRow(
                                    new PersonRef(row.key(), person.name()), person.team(), row.counts(), row.late());
                        })
                        .toList());
    }
}
