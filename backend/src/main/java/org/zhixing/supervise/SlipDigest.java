package org.zhixing.supervise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;
import org.zhixing.supervise.store.WaitingSlips;

/** In the morning digest: slips that the person has to answer, and those that node control has to confirm or send back. */
@ApplicationScoped
class SlipDigest implements DigestSource {
    private final WaitingSlips slips;
    private final Database database;

    SlipDigest(WaitingSlips slips, Database database) {
        this.slips = slips;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        Actor actor = person.actor();
        Uni<Digest.Section> answers =
                slips.forAnswer(database.reading(), actor, LINES).map(found -> section(found, today));
        return actor.has(Role.NODE_CONTROL)
                ? answers.chain(first -> slips.forConfirmation(database.reading(), actor, LINES)
                        .map(found -> List.of(first, section(found, today))))
                : answers.map(List::of);
    }

    private static Digest.Section section(List<WaitingSlips.Slip> found, LocalDate today) {
        return new Digest.Section(
                Digest.Kind.TO_DECIDE,
                found.stream().map(slip -> line(slip, today)).toList(),
                found.isEmpty() ? 0 : found.get(0).total());
    }

    /** Once it is answered, its day has done its duty. */
    private static Digest.Line line(WaitingSlips.Slip slip, LocalDate today) {
        return switch (slip.status()) {
            case ANSWERED -> new Digest.Line(slip.caseNumber(), "slip.answered", null, null);
            case RETURNED -> waiting(slip, "slip.returned", today);
            default -> waiting(slip, "slip.issued", today);
        };
    }

    private static Digest.Line waiting(WaitingSlips.Slip slip, String what, LocalDate today) {
        int late = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(slip.answerDue(), today)));
        return new Digest.Line(slip.caseNumber(), what, slip.answerDue(), late);
    }
}
