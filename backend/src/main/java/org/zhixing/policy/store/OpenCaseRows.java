package org.zhixing.policy.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.Matter;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.Standstill;
import org.zhixing.clock.rules.Suspension;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.platform.Database;
import org.zhixing.policy.rules.OpenCase;
import org.zhixing.triage.rules.CaseFacts;

/** Open cases as a simulation reads them: only what rules ask of them, page by page, with their nodes in the same row. */
@ApplicationScoped
public class OpenCaseRows {
    private static final String PAGE = """
            select c.id, c.number, c.kind, c.matter, c.claim_amount, c.enterprise_party, c.preserved,
                c.four_checks_sufficient, c.auction_needed, c.refusal_or_criminal, c.first_filed_on, c.filed_on, c.team,
                n.codes, n.versions, n.starts, n.extensions, n.dues, n.opens, s.reasons, s.froms, s.resumes
            from (select * from enforcement_case where court_id = $1 and status = 'OPEN' and id > $2
                  order by id limit $3) c
            cross join lateral (
                select array_agg(code) as codes, array_agg(policy_version) as versions, array_agg(start_on) as starts,
                    array_agg(extension) as extensions, array_agg(due_on) as dues, array_agg(open) as opens
                from node where case_id = c.id and (open or done_on is not null)) n
            cross join lateral (
                select array_agg(reason) as reasons, array_agg(from_on) as froms, array_agg(resume_on) as resumes
                from case_suspension where case_id = c.id and status = 'APPROVED') s
            order by c.id
            """;

    /** All pages of the transaction see the court as it was when the first was read; to be sent first. */
    public Uni<Integer> snapshot(SqlConnection tx) {
        return Database.execute(tx, "set transaction isolation level repeatable read, read only");
    }

    public Uni<List<OpenCase>> page(SqlConnection tx, int courtId, UUID after, int limit) {
        return Database.list(tx, PAGE, OpenCaseRows::open, courtId, after, limit);
    }

    private static OpenCase open(Row row) {
        String matter = row.getString(3);
        String team = row.getString(12);
        return new OpenCase(
                row.getUUID(0),
                row.getString(1),
                new CaseFacts(
                        CaseKind.valueOf(row.getString(2)),
                        matter == null ? null : Matter.valueOf(matter),
                        row.getBigDecimal(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getBoolean(8),
                        row.getBoolean(9),
                        row.getLocalDate(10),
                        row.getLocalDate(11)),
                team == null ? null : Team.valueOf(team),
                nodes(row),
                standstills(row));
    }

    private static List<OpenCase.CaseNode> nodes(Row row) {
        String[] codes = row.getArrayOfStrings(13);
        if (codes == null) {
            return List.of();
        }
        Integer[] versions = row.getArrayOfIntegers(14);
        LocalDate[] starts = row.getArrayOfLocalDates(15);
        Integer[] extensions = row.getArrayOfIntegers(16);
        LocalDate[] dues = row.getArrayOfLocalDates(17);
        Boolean[] opens = row.getArrayOfBooleans(18);
        List<OpenCase.CaseNode> nodes = new ArrayList<>(codes.length);
        for (int i = 0; i < codes.length; i++) {
            nodes.add(new OpenCase.CaseNode(
                    NodeCode.valueOf(codes[i]), versions[i], starts[i], extensions[i], dues[i], opens[i]));
        }
        return nodes;
    }

    private static List<Standstill> standstills(Row row) {
        String[] reasons = row.getArrayOfStrings(19);
        if (reasons == null) {
            return List.of();
        }
        LocalDate[] froms = row.getArrayOfLocalDates(20);
        @Nullable LocalDate[] resumes = row.getArrayOfLocalDates(21);
        List<Standstill> all = new ArrayList<>(reasons.length);
        for (int i = 0; i < reasons.length; i++) {
            LocalDate resume = resumes[i];
            all.add(new Standstill(
                    SuspensionReason.valueOf(reasons[i]),
                    new Suspension(froms[i], resume == null ? Due.NEVER : resume)));
        }
        return all;
    }
}
