package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.RunningBalance;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Sql;

/** Rows of what the bank says happened. */
@ApplicationScoped
public class BankLineRows {
    /** The columns of a line {@code l}, to be read by {@link #line} from the given place on. */
    static final String COLUMNS = "l.id, l.court_id, l.import_id, l.serial, l.at, l.value_on, l.money_in, l.money_out,"
            + " l.party, l.party_account, l.virtual_number, l.remark, l.balance, l.matched, l.why, l.transaction_id";

    private static final String INSERT = """
            insert into bank_line (id, court_id, import_id, serial, at, value_on, money_in, money_out, party,
                party_account, virtual_number, remark, balance, matched, why, transaction_id)
            select x.id, x.court_id, x.import_id, x.serial, x.at::timestamp, x.value_on, x.money_in, x.money_out,
                x.party, x.party_account, x.virtual_number, x.remark, x.balance, x.matched, x.why, x.transaction_id
            from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::numeric[],
                    $8::numeric[], $9::text[], $10::text[], $11::text[], $12::text[], $13::numeric[], $14::text[],
                    $15::text[], $16::uuid[])
                as x (id, court_id, import_id, serial, at, value_on, money_in, money_out, party, party_account,
                    virtual_number, remark, balance, matched, why, transaction_id)
            """;

    /**
     * What the account held before a statement's first line by the lines of all others: the balances of the last moment
     * that told one, with what lines without a balance have changed since.
     */
    private static final String BEFORE = """
            select a.import_id, k.balance + coalesce((
                select sum(coalesce(u.money_in, -u.money_out)) from bank_line u
                where u.court_id = $1 and u.value_on between m.value_on and a.value_on
                    and (u.value_on, u.at) > (m.value_on, m.at) and (u.value_on, u.at) <= (a.value_on, a.at)
                    and not exists (select from statement_import_row r
                        where r.import_id = a.import_id and r.serial = u.serial)), 0)
            from unnest($2::uuid[], $3::date[], $4::text[]::timestamp[]) as a (import_id, value_on, at)
                cross join lateral (
                    select l.value_on, l.at from bank_line l
                    where l.court_id = $1 and l.balance is not null and l.value_on <= a.value_on
                        and (l.value_on, l.at) <= (a.value_on, a.at)
                        and not exists (select from statement_import_row r
                            where r.import_id = a.import_id and r.serial = l.serial)
                    order by l.value_on desc, l.at desc limit 1) m
                join bank_line k on k.court_id = $1 and k.value_on = m.value_on and k.at = m.at and k.balance is not null
            where not exists (select from statement_import_row r
                where r.import_id = a.import_id and r.serial = k.serial)
            order by k.id desc
            """;

    /** A line with the case its money went to, or the payment it was, if any. */
    public record Shown(
            BankLine line,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable String paymentNumber) {}

    public Uni<Integer> insert(SqlConnection tx, List<BankLine> lines) {
        Columns<BankLine> columns = new Columns<>(lines);
        return Database.execute(
                tx,
                INSERT,
                columns.uuids(BankLine::id),
                columns.ints(BankLine::courtId),
                columns.uuids(BankLine::importId),
                columns.texts(line -> line.entry().serial()),
                columns.texts(line -> line.entry().at().toString()),
                columns.dates(line -> line.entry().valueOn()),
                columns.decimals(line -> line.entry().moneyIn()),
                columns.decimals(line -> line.entry().moneyOut()),
                columns.texts(line -> line.entry().party()),
                columns.texts(line -> line.entry().partyAccount()),
                columns.texts(line -> line.entry().virtualNumber()),
                columns.texts(line -> line.entry().remark()),
                columns.decimals(line -> line.entry().balance()),
                columns.names(line -> line.match().matched()),
                columns.names(line -> line.match().why()),
                columns.uuids(BankLine::transactionId));
    }

    /** One statement at a time of a court books its lines, so that no serial number is booked by two. */
    public Uni<Integer> ownLines(SqlConnection tx, int courtId) {
        return Database.list(tx, "select pg_advisory_xact_lock(7003, $1)", row -> 0, courtId)
                .map(List::size);
    }

    /** The court's lines by serial number; asked one by one, whatever the planner knows. */
    public Uni<Map<String, BankEntry>> bySerials(SqlClient client, int courtId, List<String> serials) {
        return Database.list(
                        client,
                        "select " + COLUMNS
                                + " from unnest($2::text[]) asked (serial) cross join lateral (select * from"
                                + " bank_line l where l.court_id = $1 and l.serial = asked.serial offset 0) l",
                        row -> line(row).entry(),
                        courtId,
                        serials.toArray(String[]::new))
                .map(found -> found.stream().collect(Collectors.toMap(BankEntry::serial, Function.identity())));
    }

    /** What the account may have held before each of these statements began; nothing where no line is known before it. */
    public Uni<Map<UUID, List<BigDecimal>>> before(
            SqlClient client, int courtId, Map<UUID, RunningBalance.Last> openings) {
        if (openings.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Columns<Map.Entry<UUID, RunningBalance.Last>> columns = new Columns<>(List.copyOf(openings.entrySet()));
        return Database.list(
                        client,
                        BEFORE,
                        row -> Map.entry(row.getUUID(0), row.getBigDecimal(1)),
                        courtId,
                        columns.uuids(Map.Entry::getKey),
                        columns.dates(each -> each.getValue().valueOn()),
                        columns.texts(each -> String.valueOf(each.getValue().at())))
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    public Uni<Optional<BankLine>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client,
                "select " + COLUMNS + " from bank_line l where l.id = $1 and l.court_id = $2",
                BankLineRows::line,
                id,
                courtId);
    }

    /** The line is nobody's money from now on, booked as that. */
    public Uni<Integer> toSuspense(SqlConnection tx, int courtId, UUID id, UUID transactionId) {
        return Database.execute(
                tx,
                "update bank_line set matched = 'SUSPENSE', why = 'UNDONE', transaction_id = $3"
                        + " where id = $1 and court_id = $2",
                id,
                courtId,
                transactionId);
    }

    /** A page, the newest day first. */
    public Uni<Page<Shown>> list(SqlClient client, int courtId, LineFilter filter, @Nullable Cursor after, int limit) {
        Sql sql = new Sql(
                "select " + COLUMNS
                        + ", c.id, c.number, p.number from bank_line l left join payment p on p.id = l.payment_id"
                        + " left join receipt r on r.line_id = l.id and r.reversed_by is null"
                        + " left join enforcement_case c on c.id = r.case_id where l.court_id = ?",
                courtId);
        sql.addIf(filter.from(), " and l.value_on >= ?")
                .addIf(filter.to(), " and l.value_on <= ?")
                .addIf(filter.matched() == null ? null : filter.matched().name(), " and l.matched = ?")
                .addIf(filter.importId(), " and l.import_id = ?");
        Boolean in = filter.in();
        if (in != null) {
            sql.add(in ? " and l.money_in is not null" : " and l.money_out is not null");
        }
        if (after != null) {
            sql.add(" and (l.value_on, l.id) < (?, ?)", after.day(), after.uuid());
        }
        return sql.add(" order by l.value_on desc, l.id desc limit ?", limit + 1)
                .list(client, row -> new Shown(line(row), row.getUUID(16), row.getString(17), row.getString(18)))
                .map(rows -> Page.of(
                        rows,
                        limit,
                        shown -> Cursor.of(
                                shown.line().entry().valueOn(), shown.line().id())));
    }

    static BankLine line(Row row) {
        return line(row, 0);
    }

    static BankLine line(Row row, int from) {
        LocalDateTime at = row.getLocalDateTime(from + 4);
        return new BankLine(
                row.getUUID(from),
                row.getInteger(from + 1),
                row.getUUID(from + 2),
                new BankEntry(
                        row.getString(from + 3),
                        at,
                        row.getLocalDate(from + 5),
                        row.getBigDecimal(from + 6),
                        row.getBigDecimal(from + 7),
                        row.getString(from + 8),
                        row.getString(from + 9),
                        row.getString(from + 10),
                        row.getString(from + 11),
                        row.getBigDecimal(from + 12)),
                new LineMatch(
                        LineMatch.Matched.valueOf(row.getString(from + 13)),
                        null,
                        LineMatch.MatchReason.valueOf(row.getString(from + 14))),
                row.getUUID(from + 15));
    }
}
