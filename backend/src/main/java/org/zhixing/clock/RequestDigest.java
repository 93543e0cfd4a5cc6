package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.clock.store.RequestRows;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;

/** In the morning digest: suspensions that the court's leaders have to decide on, and extensions that the president has. */
@ApplicationScoped
class RequestDigest implements DigestSource {
    private final RequestRows rows;
    private final Database database;

    RequestDigest(RequestRows rows, Database database) {
        this.rows = rows;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        boolean president = person.roles().contains(Role.PRESIDENT);
        if (!president && !person.roles().contains(Role.DIRECTOR)) {
            return Uni.createFrom().item(List.of());
        }
        return rows.waiting(database.reading(), person, president, LINES)
                .map(found -> List.of(new Digest.Section(
                        Digest.Kind.TO_DECIDE,
                        found.stream().map(RequestDigest::line).toList(),
                        found.isEmpty() ? 0 : found.get(0).total())));
    }

    private static Digest.Line line(RequestRows.Request request) {
        String what = request.extension() ? "extension.asked" : "suspension.asked";
        return new Digest.Line(request.caseNumber(), what, null, null);
    }
}
