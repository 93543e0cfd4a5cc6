package org.zhixing.archive;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.archive.rules.ArchiveLoan;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;

/** In the morning digest: the loans that wait for the director. */
@ApplicationScoped
class LoanDigest implements DigestSource {
    private final ArchiveLoans loans;
    private final Database database;

    LoanDigest(ArchiveLoans loans, Database database) {
        this.loans = loans;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        if (!person.roles().contains(Role.DIRECTOR)) {
            return Uni.createFrom().item(List.of());
        }
        return loans.list(database.reading(), person.actor(), ArchiveLoans.Asked.WAITING, null, Page.MAX_LIMIT)
                .map(found -> List.of(new Digest.Section(
                        Digest.Kind.TO_DECIDE,
                        found.stream().limit(LINES).map(LoanDigest::line).toList(),
                        found.size())));
    }

    private static Digest.Line line(ArchiveLoan loan) {
        return new Digest.Line(loan.of().number(), "archive-loan.asked", null, null);
    }
}
