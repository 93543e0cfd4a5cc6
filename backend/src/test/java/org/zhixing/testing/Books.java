package org.zhixing.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.CourtAccounts;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.LedgerTransaction.Entry;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;

/** Books money of 豫0505 for tests, through the one door there is. */
@ApplicationScoped
public class Books {
    public static final LocalDate TODAY = LocalDate.of(2022, 11, 1);
    private static final AtomicInteger SECONDS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Postings postings;
    private final Accounts accounts;
    private final Database database;
    private final Docket docket;
    private final Ids ids;
    private final CourtData data;

    Books(Postings postings, Accounts accounts, Database database, Docket docket, Ids ids, CourtData data) {
        this.postings = postings;
        this.accounts = accounts;
        this.database = database;
        this.docket = docket;
        this.ids = ids;
        this.data = data;
    }

    /** A case with its account. */
    public record Held(UUID caseId, UUID accountId) {}

    public int court() {
        return (int) data.count("select id from court where code = '豫0505'");
    }

    public CourtAccounts funds() {
        return accounts.ofCourt(database.reading(), court()).await().atMost(PATIENCE);
    }

    /** A new case of the fast team. */
    public Held open() {
        UUID caseId =
                docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10))).filed().id();
        return new Held(caseId, uuid("select id from ledger_account where case_id = '" + caseId + "'"));
    }

    public UUID uuid(String sql) {
        return UUID.fromString(data.query(sql).get(0));
    }

    public static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }

    public LedgerTransaction transaction(
            TransactionKind kind, @Nullable UUID caseId, LocalDate on, @Nullable UUID subject, List<Entry> entries) {
        return new LedgerTransaction(
                ids.next(), court(), kind, caseId, on, on, kind.name(), subject, null, null, entries);
    }

    /** Money from the bank to the case. */
    public LedgerTransaction received(Held held, String amount, LocalDate on, @Nullable UUID subject) {
        return transaction(
                TransactionKind.RECEIPT,
                held.caseId(),
                on,
                subject,
                LedgerTransaction.entries(funds().bank(), held.accountId(), yuan(amount)));
    }

    public LedgerTransaction ordered(Held held, String amount, LocalDate on, @Nullable UUID subject) {
        return transaction(
                TransactionKind.ORDER,
                held.caseId(),
                on,
                subject,
                LedgerTransaction.entries(held.accountId(), funds().paying(), yuan(amount)));
    }

    public LedgerTransaction paid(Held held, String amount, LocalDate on, @Nullable UUID subject) {
        return transaction(
                TransactionKind.PAID,
                held.caseId(),
                on,
                subject,
                LedgerTransaction.entries(funds().paying(), funds().bank(), yuan(amount)));
    }

    public LedgerTransaction fee(Held held, String amount, LocalDate on) {
        return transaction(
                TransactionKind.FEE,
                held.caseId(),
                on,
                null,
                LedgerTransaction.entries(held.accountId(), funds().fee(), yuan(amount)));
    }

    public void post(LedgerTransaction... all) {
        database.inTransaction(tx -> postings.post(tx, List.of(all))).await().atMost(PATIENCE);
    }

    /** A line of the bank's statement; the amount is negative for money out. */
    public UUID line(String serial, LocalDate on, String amount, @Nullable String balance) {
        UUID id = ids.next();
        BigDecimal sum = yuan(amount);
        data.run("insert into bank_line (id, court_id, import_id, serial, at, value_on, money_in, money_out, party,"
                + " party_account, remark, balance, matched) values ('" + id + "', " + court() + ", '" + statement()
                + "', '" + serial + "', timestamp '" + on + " 09:00' + interval '1 s' * "
                + SECONDS.incrementAndGet() % 30_000 + ", '" + on + "', "
                + (sum.signum() > 0 ? sum : "null") + ", " + (sum.signum() < 0 ? sum.negate() : "null")
                + ", '李某某', '6222020200112233445', '执行款', " + balance + ", '"
                + (sum.signum() > 0 ? "VIRTUAL" : "OUT") + "')");
        return id;
    }

    /** Received with its line and its receipt, as an import does it. */
    public UUID receipt(Held held, String amount, LocalDate on) {
        UUID line = line("R" + ids.next(), on, amount, null);
        LedgerTransaction booked = received(held, amount, on, line);
        post(booked);
        UUID id = ids.next();
        data.run("update bank_line set transaction_id = '" + booked.id() + "' where id = '" + line + "'");
        data.run("insert into receipt (id, court_id, case_id, line_id, transaction_id, received_on, amount) values ('"
                + id + "', " + court() + ", '" + held.caseId() + "', '" + line + "', '" + booked.id() + "', '" + on
                + "', " + amount + ")");
        return id;
    }

    /** A payment of the receipt's case in that state, with what the ledger has for it. */
    public UUID payment(Held held, UUID receipt, String amount, String status, LocalDate on) {
        UUID payee = ids.next();
        UUID disbursement = ids.next();
        UUID id = ids.next();
        data.run("insert into payee (id, court_id, case_id, kind, name, bank_name, account_number, written_by,"
                + " written_on) values ('" + payee + "', " + court() + ", '" + held.caseId()
                + "', 'APPLICANT', '王某', '中国工商银行安阳分行', '6222021702003344556', '" + person("executor-fast-1")
                + "', '" + on + "')");
        data.run("insert into disbursement (id, court_id, number, case_id, amount, reason, status, president_above,"
                + " policy_version, applied_by, applied_on) values ('" + disbursement + "', " + court() + ", '" + id
                + "', '" + held.caseId() + "', " + amount + ", '发放', '" + status + "', 500000, 1, '"
                + person("executor-fast-1") + "', '" + on + "')");
        data.run("insert into payment (id, court_id, disbursement_id, case_id, number, payee_id, amount, status)"
                + " values ('" + id + "', " + court() + ", '" + disbursement + "', '" + held.caseId() + "', '" + id
                + "', '" + payee + "', " + amount + ", '" + status + "')");
        data.run("insert into payment_part (payment_id, receipt_id, court_id, amount) values ('" + id + "', '" + receipt
                + "', " + court() + ", " + amount + ")");
        data.run("update receipt set " + (status.equals("PAID") ? "paid = paid" : "reserved = reserved") + " + "
                + amount + " where id = '" + receipt + "'");
        if (!status.equals("APPLIED")) {
            post(ordered(held, amount, on, id));
        }
        if (status.equals("PAID")) {
            post(paid(held, amount, on, id));
        }
        return id;
    }

    public UUID person(String username) {
        return uuid("select id from person where username = '" + username + "'");
    }

    private UUID statement() {
        List<String> there = data.query("select id from statement_import limit 1");
        if (!there.isEmpty()) {
            return UUID.fromString(there.get(0));
        }
        UUID file = ids.next();
        UUID id = ids.next();
        data.run(storedFile(file));
        UUID mapping = uuid("select id from statement_mapping where court_id = " + court() + " order by name limit 1");
        data.run("insert into statement_import (id, court_id, file_id, file_name, mapping_id, status, created_by)"
                + " values ('" + id + "', " + court() + ", '" + file + "', '流水.csv', '" + mapping + "', 'DONE', '"
                + person("funds") + "')");
        return id;
    }

    private String storedFile(UUID id) {
        return "insert into stored_file (id, court_id, name, media_type, size, sha256, created_by) values ('" + id
                + "', " + court() + ", '流水.csv', 'text/csv', 1, repeat('0', 64), '" + person("funds") + "')";
    }
}
