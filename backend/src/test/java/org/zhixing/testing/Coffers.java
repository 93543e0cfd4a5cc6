package org.zhixing.testing;

import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.cases.Cases;
import org.zhixing.clock.Nodes;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.Arrivals;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.Database;

/** Money for cases of 豫0505, and its way out over HTTP as the people of the court do it. */
@ApplicationScoped
public class Coffers {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CourtData data;
    private final Database database;
    private final Cases cases;
    private final Nodes nodes;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final Postings postings;

    Coffers(
            CourtData data,
            Database database,
            Cases cases,
            Nodes nodes,
            Accounts accounts,
            Arrivals arrivals,
            Postings postings) {
        this.data = data;
        this.database = database;
        this.cases = cases;
        this.nodes = nodes;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.postings = postings;
    }

    /** Money of a bank's line arrives for the case, as the import of a statement books it; answers the receipt. */
    public String arrive(String caseId, String amount, LocalDate on) {
        UUID line = line(data, caseId, amount, on);
        int court = (int) data.count("select court_id from enforcement_case where id = '" + caseId + "'");
        return database.inTransaction(tx -> nodes.rulebookForDating(tx, court)
                        .chain(rulebook -> cases.lockWhole(tx, court, UUID.fromString(caseId))
                                .chain(found -> accounts.ofCourt(tx, court)
                                        .chain(own -> arrivals.plan(
                                                tx,
                                                new Arrivals.Terms(
                                                        court, rulebook, own.bank(), TransactionKind.RECEIPT, null),
                                                List.of(new Arrivals.Arrival(
                                                        found, line, on, new BigDecimal(amount), "到账"))))))
                        .call(planned -> postings.post(
                                tx,
                                planned.stream()
                                        .map(Arrivals.Planned::transaction)
                                        .toList()))
                        .call(planned -> arrivals.save(tx, planned))
                        .map(planned -> planned.get(0).receipt().id().toString()))
                .await()
                .atMost(PATIENCE);
    }

    /** A line of the bank's statement that says so. */
    static UUID line(CourtData data, String caseId, String amount, LocalDate on) {
        UUID line = UUID.randomUUID();
        data.run("with c as (select court_id from enforcement_case where id = '" + caseId + "'),"
                + " p as (select id from person where username = 'funds'), f as (insert into stored_file (id, court_id,"
                + " name, media_type, size, sha256, created_by) select uuidv7(), c.court_id, 'x', 'text/csv', 1, '', p.id"
                + " from c, p returning id), m as (select m.id from statement_mapping m join c on c.court_id = m.court_id"
                + " order by m.id limit 1), i as (insert into"
                + " statement_import (id, court_id, file_id, file_name, mapping_id, status, created_by) select uuidv7(),"
                + " c.court_id, f.id, 'x', m.id, 'DONE', p.id from c, p, f, m returning id) insert into bank_line (id,"
                + " court_id, import_id, serial, at, value_on, money_in, matched) select '" + line
                + "', c.court_id, i.id, '" + line + "', '" + on + "', '" + on + "', " + amount
                + ", 'VIRTUAL' from c, i");
        return line;
    }

    /** The same without the API: the money is on the case's account and in a receipt that no node watches. */
    public static void arrive(CourtData data, String caseId, String amount, LocalDate on) {
        UUID line = line(data, caseId, amount, on);
        data.run("with t as (insert into ledger_transaction (id, court_id, kind, case_id, booked_on, value_on, memo,"
                + " entries) select uuidv7(), court_id, 'RECEIPT', id, '" + on + "', '" + on + "', '到账', 2 from"
                + " enforcement_case where id = '" + caseId + "' returning id, court_id, case_id), e as (insert into"
                + " ledger_entry (transaction_id, seq, court_id, account_id, side, amount) select t.id, x.seq,"
                + " t.court_id, a.id, x.side, " + amount + " from t join (values (1, 'DEBIT', 'BANK'), (2, 'CREDIT',"
                + " 'CASE')) x (seq, side, kind) on true join ledger_account a on a.court_id = t.court_id and a.kind ="
                + " x.kind and (a.case_id = t.case_id or x.kind = 'BANK') returning transaction_id) insert into receipt"
                + " (id, court_id, case_id, line_id, transaction_id, received_on, amount) select uuidv7(), t.court_id,"
                + " t.case_id, '" + line + "', t.id, '" + on + "', " + amount
                + " from t where (select count(*) from e) = 2");
    }

    public static Map<String, Object> account(String kind, String name) {
        return kind.equals("FEE")
                ? Map.of("kind", kind, "name", name)
                : Map.of("kind", kind, "name", name, "bankName", "工行安阳分行", "accountNumber", "6222020200001230123");
    }

    /** Written down by the funds desk. */
    public String payee(String caseId, String kind, String name) {
        return Leave.json("funds")
                .body(account(kind, name))
                .post("/api/v1/cases/" + caseId + "/payees")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** And confirmed by the case's executor. */
    public String confirmed(String caseId, String kind, String name) {
        String id = payee(caseId, kind, name);
        if (!kind.equals("FEE")) {
            Leave.json(executor(caseId))
                    .header("If-Match", "\"1\"")
                    .post("/api/v1/cases/" + caseId + "/payees/" + id + "/confirmation")
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    public String executor(String caseId) {
        return person(caseId, "executor_id");
    }

    public String judge(String caseId) {
        return person(caseId, "judge_id");
    }

    private String person(String caseId, String column) {
        return data.query("select username from person p join enforcement_case c on c." + column
                        + " = p.id where c.id = '" + caseId + "'")
                .get(0);
    }

    public static Map<String, Object> wish(Object... payeesAndAmounts) {
        List<Map<String, Object>> lines = new java.util.ArrayList<>();
        for (int i = 0; i < payeesAndAmounts.length; i += 2) {
            lines.add(Map.of("payeeId", payeesAndAmounts[i], "amount", payeesAndAmounts[i + 1]));
        }
        return Map.of("reason", "被执行人已履行", "payments", lines);
    }

    public ValidatableResponse applying(String caseId, Object... payeesAndAmounts) {
        return Leave.json(executor(caseId))
                .body(wish(payeesAndAmounts))
                .post("/api/v1/cases/" + caseId + "/disbursements")
                .then();
    }

    public String apply(String caseId, Object... payeesAndAmounts) {
        return applying(caseId, payeesAndAmounts).statusCode(201).extract().path("id");
    }

    public ValidatableResponse act(String by, String disbursement, String act) {
        var request = Leave.json(by).header("If-Match", "\"" + version(disbursement) + "\"");
        if (!act.equals("approval")) {
            request.body(Map.of("reason", "材料不全"));
        }
        return request.post("/api/v1/disbursements/" + disbursement + "/" + act).then();
    }

    public int version(String disbursement) {
        return (int) data.count("select version from disbursement where id = '" + disbursement + "'");
    }

    /** By the case's judge and the director, above the threshold the president. */
    public String approved(String caseId, Object... payeesAndAmounts) {
        String id = apply(caseId, payeesAndAmounts);
        act(judge(caseId), id, "approval").statusCode(200);
        String status =
                act("director", id, "approval").statusCode(200).extract().path("status");
        if (status.equals("DIRECTOR_APPROVED")) {
            act("president", id, "approval").statusCode(200);
        }
        return id;
    }

    public ValidatableResponse ordering(String... disbursements) {
        return Leave.json("funds")
                .body(Map.of("disbursementIds", List.of(disbursements)))
                .post("/api/v1/payment-batches")
                .then();
    }

    public String order(String... disbursements) {
        return ordering(disbursements).statusCode(201).extract().path("batch.id");
    }

    public ValidatableResponse result(String batch, String number, String result, String day) {
        return Leave.json("funds")
                .body(Map.of(
                        "number",
                        number,
                        "result",
                        result,
                        "reason",
                        "户名账号不符",
                        "serial",
                        "B" + number,
                        "settledOn",
                        day))
                .post("/api/v1/payment-batches/" + batch + "/results")
                .then();
    }

    /** The numbers of the disbursement's payments, in their order. */
    public List<String> numbers(String disbursement) {
        return data.query("select number from payment where disbursement_id = '" + disbursement + "' order by number");
    }

    public BigDecimal balance(String caseId) {
        return new BigDecimal(data.query("select balance from ledger_account where case_id = '" + caseId + "'")
                .get(0));
    }

    /** The balance of the court's own account of that kind. */
    public BigDecimal own(String kind) {
        return new BigDecimal(data.query("select balance from ledger_balance where kind = '" + kind
                        + "' and court_id = (select id from court where code = '豫0505')")
                .get(0));
    }

    /** What must hold at every moment, whatever happened; empty when all is well. */
    public static List<String> wrong(CourtData data) {
        return data.query("select 'account ' || account_id from ledger_account_wrong"
                + " union all select 'court ' || court_id || ' is off by ' || sum(case kind when 'BANK' then balance"
                + " else -balance end) from ledger_balance group by court_id having sum(case kind when 'BANK' then"
                + " balance else -balance end) <> 0"
                + " union all select 'negative ' || id from ledger_account where balance < 0"
                // Of each receipt, what payments say is reserved and paid.
                + " union all select 'receipt ' || r.id from receipt r left join lateral (select coalesce(sum(t.amount)"
                + " filter (where p.status in ('APPLIED', 'ORDERED')), 0) as reserved, coalesce(sum(t.amount) filter"
                + " (where p.status = 'PAID'), 0) as paid from payment_part t join payment p on p.id = t.payment_id"
                + " where t.receipt_id = r.id) x on true where r.reserved <> x.reserved or r.paid <> x.paid"
                // Of each payment, its parts; of each disbursement, its payments.
                + " union all select 'payment ' || p.number from payment p where p.amount <> (select sum(amount) from"
                + " payment_part t where t.payment_id = p.id)"
                + " union all select 'disbursement ' || d.number from disbursement d where d.amount <> (select"
                + " sum(amount) from payment p where p.disbursement_id = d.id)"
                // Of each case, what is free and what is applied for lies on its account; what is ordered does not.
                + " union all select 'case ' || a.case_id from ledger_account a where a.kind = 'CASE' and a.balance <>"
                + " (select coalesce(sum(r.amount - r.reserved - r.paid), 0) from receipt r where r.case_id = a.case_id"
                + " and r.reversed_by is null) + (select coalesce(sum(p.amount), 0) from payment p where p.case_id ="
                + " a.case_id and p.status = 'APPLIED')"
                + " union all select 'paying of ' || a.court_id from ledger_account a where a.kind = 'PAYING' and"
                + " a.balance <> (select coalesce(sum(amount), 0) from payment p where p.court_id = a.court_id and"
                + " p.status = 'ORDERED')"
                // Numbers without gaps or doubles.
                + " union all select 'number of ' || word from funds_number n where last <> (case word when 'PAYMENT'"
                + " then (select count(*) from payment p where p.court_id = n.court_id) when 'BATCH' then (select"
                + " count(*) from payment_batch b where b.court_id = n.court_id) else (select count(*) from"
                + " disbursement d where d.court_id = n.court_id) end) and word in ('PAYMENT', 'BATCH',"
                + " 'DISBURSEMENT')");
    }
}
