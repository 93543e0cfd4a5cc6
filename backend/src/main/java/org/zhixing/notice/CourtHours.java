package org.zhixing.notice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import org.zhixing.notice.store.ChannelRows;
import org.zhixing.notice.store.ChannelRows.CourtChannels;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** For which courts something may leave the house now. */
@ApplicationScoped
class CourtHours {
    private final ChannelRows rows;
    private final WorkingDays workingDays;
    private final Database database;
    private final CourtClock clock;

    CourtHours(ChannelRows rows, WorkingDays workingDays, Database database, CourtClock clock) {
        this.rows = rows;
        this.workingDays = workingDays;
        this.database = database;
        this.clock = clock;
    }

    /** Courts whose letters may leave. */
    Uni<List<CourtChannels>> open() {
        return courts(now -> now.court().settings().mayLeave(now.time(), now.workday()));
    }

    /** Courts whose digest of today is due, or was before. */
    Uni<List<CourtChannels>> digestDue() {
        return courts(now ->
                now.court().settings().emailEnabled() && now.court().settings().digestDue(now.time(), now.workday()));
    }

    private record Now(CourtChannels court, LocalDateTime time, boolean workday) {}

    private Uni<List<CourtChannels>> courts(Predicate<Now> wanted) {
        LocalDateTime time = LocalDateTime.of(clock.today(), LocalTime.ofInstant(clock.now(), CourtClock.SHANGHAI));
        return rows.courts(database.reading())
                .onItem()
                .transformToMulti(courts -> Multi.createFrom().iterable(courts))
                .onItem()
                .transformToUniAndConcatenate(court -> workingDays
                        .works(court.courtId(), time.toLocalDate())
                        .map(workday -> new Now(court, time, workday)))
                .filter(wanted)
                .map(Now::court)
                .collect()
                .asList();
    }
}
