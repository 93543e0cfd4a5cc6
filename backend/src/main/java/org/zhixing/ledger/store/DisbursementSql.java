package org.zhixing.ledger.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Visibility;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.platform.Sql;

/** Conditions on disbursements {@code d} of cases {@code c}. */
final class DisbursementSql {
    private DisbursementSql() {}

    static void sight(Sql sql, Actor actor) {
        Visibility seen = Visibility.ofCases(actor);
        if (seen instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        } else if (seen instanceof Visibility.Nothing) {
            sql.add(" and false");
        }
    }

    /** Those whose next step is that person's: by office, of a judge by case; nobody takes two. */
    static void waitingFor(Sql sql, UUID person, Collection<Role> roles) {
        List<DisbursementStatus> offices = new ArrayList<>();
        if (roles.contains(Role.DIRECTOR)) {
            offices.add(DisbursementStatus.JUDGE_APPROVED);
        }
        if (roles.contains(Role.PRESIDENT)) {
            offices.add(DisbursementStatus.DIRECTOR_APPROVED);
        }
        if (roles.contains(Role.FUNDS)) {
            offices.add(DisbursementStatus.APPROVED);
        }
        sql.add(" and (d.status = any (?)", (Object) names(offices));
        if (roles.contains(Role.JUDGE)) {
            sql.add(" or (d.status = 'APPLIED' and c.judge_id = ?)", person);
        }
        sql.add(
                ") and not exists (select 1 from disbursement_step s where s.disbursement_id = d.id and s.person_id = ?)",
                person);
    }

    static String[] names(Collection<DisbursementStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }
}
