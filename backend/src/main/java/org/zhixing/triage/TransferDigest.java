package org.zhixing.triage;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;
import org.zhixing.triage.rules.Transfer;
import org.zhixing.triage.store.TransferRows;

/** In the morning digest: transfers that the president in charge has to sign, or the triage desk to carry out. */
@ApplicationScoped
class TransferDigest implements DigestSource {
    private final TransferRows rows;
    private final Database database;

    TransferDigest(TransferRows rows, Database database) {
        this.rows = rows;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        if (person.roles().contains(Role.PRESIDENT)) {
            return waiting(person, Transfer.Status.ASKED, "transfer.asked");
        }
        return person.roles().contains(Role.TRIAGE)
                ? waiting(person, Transfer.Status.APPROVED, "transfer.approved")
                : Uni.createFrom().item(List.of());
    }

    private Uni<List<Digest.Section>> waiting(Person person, Transfer.Status status, String what) {
        return rows.waiting(database.reading(), person.courtId(), status, LINES)
                .map(found -> List.of(new Digest.Section(
                        Digest.Kind.TO_DECIDE,
                        found.numbers().stream()
                                .map(number -> new Digest.Line(number, what, null, null))
                                .toList(),
                        found.total())));
    }
}
