package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.clock.SeenCalendar;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.Horizon;
import org.zhixing.clock.store.NodeFilter;
import org.zhixing.clock.store.NodeTallies;
import org.zhixing.platform.Database;

/** Puts the board's numbers together: three grouped queries, whatever the number of nodes. */
@ApplicationScoped
public class BoardCounts {
    private final NodeTallies tallies;
    private final Names names;
    private final SeenCalendar calendars;
    private final Database database;

    BoardCounts(NodeTallies tallies, Names names, SeenCalendar calendars, Database database) {
        this.tallies = tallies;
        this.names = names;
        this.calendars = calendars;
        this.database = database;
    }

    Uni<NodeCounts> of(NodeFilter filter) {
        int court = filter.actor().courtId();
        return calendars.of(court).chain(calendar -> {
            List<LocalDate> days = Horizon.days(filter.today(), calendar);
            return Uni.combine()
                    .all()
                    .unis(
                            tallies.cells(database.reading(), filter),
                            tallies.people(database.reading(), filter),
                            tallies.strip(database.reading(), filter, days.get(0), days.get(days.size() - 1)),
                            names.of(court))
                    .asTuple()
                    .map(all -> new NodeCounts(
                            filter.today(),
                            all.getItem1().stream().map(BoardCounts::cell).toList(),
                            people(all.getItem2(), all.getItem4()),
                            strip(days, all.getItem3(), calendar)));
        });
    }

    private static NodeCounts.Cell cell(NodeTallies.Cell cell) {
        return new NodeCounts.Cell(cell.team(), cell.code(), cell.state(), cell.count());
    }

    private static List<NodeCounts.PersonCell> people(List<NodeTallies.Load> loads, Map<UUID, Names.Known> known) {
        return loads.stream()
                .map(load -> {
                    Names.Known person = known.getOrDefault(load.person(), Names.Known.NOBODY);
                    return new NodeCounts.PersonCell(
                            new PersonRef(load.person(), person.name()), person.team(), load.state(), load.count());
                })
                .toList();
    }

    private static List<NodeCounts.Day> strip(
            List<LocalDate> days, List<NodeTallies.DueDay> due, CourtCalendar calendar) {
        Map<LocalDate, NodeTallies.DueDay> byDate =
                due.stream().collect(Collectors.toMap(NodeTallies.DueDay::date, Function.identity()));
        return days.stream()
                .map(day -> {
                    NodeTallies.DueDay found = byDate.get(day);
                    return new NodeCounts.Day(day, calendar.works(day), found == null ? 0 : found.count());
                })
                .toList();
    }
}
