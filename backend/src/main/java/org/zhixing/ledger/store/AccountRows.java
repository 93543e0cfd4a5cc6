package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.ledger.rules.AccountKind;
import org.zhixing.ledger.rules.CaseAccount;
import org.zhixing.ledger.rules.VirtualNumber;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;

/** Rows of case accounts. */
@ApplicationScoped
public class AccountRows {
    private static final String OF_CASE = """
            select a.id, a.case_id, a.virtual_number, a.balance, a.opened_on, coalesce(r.received, 0),
                coalesce(p.reserved, 0), coalesce(p.in_transit, 0), coalesce(p.paid, 0)
            from ledger_account a
                left join lateral (select sum(r.amount) as received from receipt r
                    where r.case_id = a.case_id and r.court_id = a.court_id and r.reversed_by is null) r on true
                left join lateral (select sum(p.amount) filter (where p.status = 'APPLIED') as reserved,
                        sum(p.amount) filter (where p.status = 'ORDERED') as in_transit,
                        sum(p.amount) filter (where p.status = 'PAID') as paid
                    from disbursement d join payment p on p.disbursement_id = d.id
                    where d.case_id = a.case_id and d.court_id = a.court_id) p on true
            where a.case_id = $1 and a.court_id = $2
            """;

    private final Ids ids;

    AccountRows(Ids ids) {
        this.ids = ids;
    }

    public Uni<Integer> open(SqlConnection tx, int courtId, String courtCode, List<UUID> caseIds, LocalDate on) {
        return Database.list(
                        tx,
                        "select nextval('case_account_serial') from generate_series(1, $1)",
                        row -> VirtualNumber.of(courtCode, row.getLong(0)),
                        caseIds.size())
                .chain(numbers -> Database.execute(
                        tx,
                        "insert into ledger_account (id, court_id, case_id, virtual_number, opened_on)"
                                + " select a.id, $1, a.case_id, a.number, $2"
                                + " from unnest($3::uuid[], $4::uuid[], $5::text[]) as a (id, case_id, number)",
                        courtId,
                        on,
                        caseIds.stream().map(c -> ids.next()).toArray(UUID[]::new),
                        caseIds.toArray(UUID[]::new),
                        numbers.toArray(String[]::new)));
    }

    /** The ids of the court's own accounts. */
    public Uni<Map<AccountKind, UUID>> ofCourt(SqlClient client, int courtId) {
        return Database.list(
                        client,
                        "select kind, id from ledger_account where court_id = $1 and kind <> 'CASE'",
                        row -> Map.entry(AccountKind.valueOf(row.getString(0)), row.getUUID(1)),
                        courtId)
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The ids of the cases' accounts by case. */
    public Uni<Map<UUID, UUID>> ofCases(SqlClient client, int courtId, List<UUID> caseIds) {
        return Database.list(
                        client,
                        "select case_id, id from ledger_account where case_id = any ($1) and court_id = $2",
                        row -> Map.entry(row.getUUID(0), row.getUUID(1)),
                        caseIds.toArray(UUID[]::new),
                        courtId)
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The cases of the accounts with these virtual numbers; asked one by one, whatever the planner knows. */
    public Uni<Map<String, UUID>> casesOf(SqlClient client, int courtId, List<String> virtualNumbers) {
        return Database.list(
                        client,
                        "select a.virtual_number, a.case_id from unnest($2::text[]) asked (number) cross join lateral"
                                + " (select virtual_number, case_id from ledger_account a where a.court_id = $1"
                                + " and a.virtual_number = asked.number offset 0) a",
                        row -> Map.entry(row.getString(0), row.getUUID(1)),
                        courtId,
                        virtualNumbers.toArray(String[]::new))
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Uni<Optional<CaseAccount>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.first(
                client,
                OF_CASE,
                row -> new CaseAccount(
                        row.getUUID(0),
                        row.getUUID(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getLocalDate(4),
                        new CaseAccount.Money(
                                row.getBigDecimal(5),
                                row.getBigDecimal(6),
                                row.getBigDecimal(7),
                                row.getBigDecimal(8))),
                caseId,
                courtId);
    }
}
