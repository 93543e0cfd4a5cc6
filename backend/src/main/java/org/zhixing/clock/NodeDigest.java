package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.zhixing.access.rules.Person;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.store.PersonNodes;
import org.zhixing.clock.store.PersonNodes.Due;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;

/** A person's nodes that are late, or due within three working days, in the morning digest. */
@ApplicationScoped
class NodeDigest implements DigestSource {
    private final PersonNodes nodes;
    private final SeenCalendar calendars;
    private final Database database;

    NodeDigest(PersonNodes nodes, SeenCalendar calendars, Database database) {
        this.nodes = nodes;
        this.calendars = calendars;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        return calendars.of(person.courtId()).chain(calendar -> late(person, today)
                .chain(late -> soon(person, today, calendar).map(soon -> List.of(late, soon))));
    }

    private Uni<Digest.Section> late(Person person, LocalDate today) {
        return section(Digest.Kind.LATE, person, LocalDate.EPOCH, today.minusDays(1), due ->
                (int) ChronoUnit.DAYS.between(due.on(), today));
    }

    private Uni<Digest.Section> soon(Person person, LocalDate today, CourtCalendar calendar) {
        LocalDate third = calendar.workdayAfter(calendar.workdayAfter(calendar.workdayAfter(today)));
        return section(Digest.Kind.DUE_SOON, person, today, third, due -> calendar.workdaysBetween(today, due.on()));
    }

    private Uni<Digest.Section> section(
            Digest.Kind kind, Person person, LocalDate from, LocalDate to, Function<Due, Integer> days) {
        return nodes.due(database.reading(), person, from, to, LINES)
                .map(found -> new Digest.Section(
                        kind,
                        found.stream()
                                .map(due -> new Digest.Line(
                                        due.caseNumber(), due.code().name(), due.on(), days.apply(due)))
                                .toList(),
                        found.isEmpty() ? 0 : found.get(0).total()));
    }
}
