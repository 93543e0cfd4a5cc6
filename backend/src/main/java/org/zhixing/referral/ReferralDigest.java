package org.zhixing.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.notice.DigestSource;
import org.zhixing.notice.rules.Digest;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.referral.rules.Referral;

/** In the morning digest: what executors have referred to the judge. */
@ApplicationScoped
class ReferralDigest implements DigestSource {
    private final Referrals referrals;
    private final Database database;

    ReferralDigest(Referrals referrals, Database database) {
        this.referrals = referrals;
        this.database = database;
    }

    @Override
    public Uni<List<Digest.Section>> sections(Person person, LocalDate today) {
        if (!person.roles().contains(Role.JUDGE)) {
            return Uni.createFrom().item(List.of());
        }
        return referrals
                .list(database.reading(), person.actor(), true, null, Page.MAX_LIMIT)
                .map(found -> List.of(new Digest.Section(
                        Digest.Kind.TO_DECIDE,
                        found.stream().limit(LINES).map(ReferralDigest::line).toList(),
                        found.size())));
    }

    private static Digest.Line line(Referral referral) {
        return new Digest.Line(referral.of().number(), "referral.asked", null, null);
    }
}
