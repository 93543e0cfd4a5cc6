package org.zhixing.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Puts open nodes into the tables, each on a case of its own, as filing leaves them. */
@ApplicationScoped
public class LateNodes {
    private final CourtData data;

    LateNodes(CourtData data) {
        this.data = data;
    }

    /**
     * First interviews of the fast team in 豫0505, handled by judge-fast-1 and executor-fast-1.
     *
     * @param firstNoticeOn the first working day after the due date
     */
    public void add(int n, LocalDate dueOn, LocalDate firstNoticeOn) {
        add("豫0505", n, "FIRST_INTERVIEW", "EXECUTOR", null, dueOn, firstNoticeOn);
    }

    public void add(
            String court,
            int n,
            String code,
            String responsible,
            String responsibleTeam,
            LocalDate dueOn,
            LocalDate firstNoticeOn) {
        int serial = CourtData.nextSerial(n);
        String person = court.equals("豫0502") ? "wenfeng-executor" : "executor-fast-1";
        String ids = responsibleTeam == null ? "array[p.id]" : "'{}'::uuid[]";
        String team = responsibleTeam == null ? "null" : "'" + responsibleTeam + "'";
        data.run("with c as (insert into enforcement_case (id, court_id, number, year, court_code, word, serial, kind,"
                + " cause, filed_on, search, team) select uuidv7(), ct.id, '(2022)' || ct.code || '执' || s || '号', 2022,"
                + " ct.code, '执', s, 'FIRST', '借款', '" + dueOn.minusDays(3) + "', '', 'FAST' from court ct,"
                + " generate_series(" + serial + ", " + (serial + n - 1) + ") s where ct.code = '" + court + "'"
                + " returning id, court_id, number),"
                + " volume as (insert into dossier (case_id, court_id) select id, court_id from c)"
                + " insert into node (id, court_id, case_id, case_number, case_team, code, policy_version, responsible,"
                + " responsible_team, responsible_ids, start_on, period, unit, roll_over, due_on, due_soon_on,"
                + " provisional, evidence_category, stop, clause, opened_on, next_notice_on)"
                + " select uuidv7(), c.court_id, c.id, c.number, 'FAST', '" + code + "', 1, '" + responsible + "', "
                + team + ", " + ids + ", '" + dueOn.minusDays(3) + "', 3, 'DAY', 'NEXT', '" + dueOn + "', '"
                + dueOn.minusDays(1) + "', false, 'INTERVIEW_RECORD', 'EVIDENCE', '二(四)1', '" + dueOn.minusDays(3)
                + "', '" + firstNoticeOn + "' from c, person p where p.username = '" + person + "'");
    }
}
