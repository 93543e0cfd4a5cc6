package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhixing.flow.MoneyActs.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhixing.ledger.rules.ItemKind;
import org.zhixing.ledger.rules.Reconciliation;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtData;

/** What must hold of a court's money after any history. */
final class Proof {
    /** Where money and its acts leave rows, each of a court. */
    static final List<String> TABLES =
            List.of(("ledger_account ledger_transaction ledger_entry ledger_month bank_line receipt suspense_item"
                            + " suspense_claim payee disbursement disbursement_step payment payment_part payment_batch"
                            + " funds_number case_suspension node enforcement_case outbox audit statement_import"
                            + " statement_import_row bank_gap_note idempotency_key")
                    .split(" "));

    /** A digest of all these rows in court $1. */
    static final String STATE = TABLES.stream()
            .map(table ->
                    "select string_agg(x::text, ',' order by x::text) as rows from " + table + " x where court_id = $1")
            .collect(Collectors.joining(" union all ", "select md5(string_agg(rows, ';')) from (", ") t"));

    /** Of every one of these tables a digest: what differs is told by its name. */
    static List<String> state(CourtData data, int court) {
        return TABLES.stream()
                .map(table -> data.query(
                                "select '" + table + " ' || coalesce(md5(string_agg(x::text, ',' order by x::text)),"
                                        + " 'empty') from " + table + " x where court_id = " + court)
                        .get(0))
                .toList();
    }

    private final RandomActs history;

    Proof(RandomActs history) {
        this.history = history;
    }

    void hold() {
        int court = history.court.id();
        assertThat(await(history.acts.verification.verify(court)).findings()).isEmpty();
        assertThat(Coffers.wrong(history.acts.data)).isEmpty();
        Map<String, BigDecimal> stored = stored(court);
        assertThat(stored).isEqualTo(history.paper.held());
        assertThat(stored.values()).allMatch(balance -> balance.signum() > 0);
        BigDecimal owed = stored.entrySet().stream()
                .filter(each -> !each.getKey().equals(Paper.BANK))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(owed).isEqualByComparingTo(stored.getOrDefault(Paper.BANK, BigDecimal.ZERO));
        neverNegative(court);
        reconciled(court);
    }

    private Map<String, BigDecimal> stored(int court) {
        Map<String, BigDecimal> stored = new HashMap<>();
        history.rows(
                        "select concat_ws('|', coalesce(case_id::text, kind), balance) from ledger_account where court_id = "
                                + court + " and balance <> 0")
                .forEach(row -> stored.put(row[0], new BigDecimal(row[1])));
        return stored;
    }

    /** Not only now: after no entry was an account below zero. */
    private void neverNegative(int court) {
        assertThat(history.rows(
                        "select account_id from (select e.account_id, sum(case when (e.side = 'DEBIT') = (a.kind ="
                                + " 'BANK') then e.amount else -e.amount end) over (partition by a.id order by e.position) as"
                                + " running from ledger_account a join ledger_entry e on e.account_id = a.id where a.court_id = "
                                + court + ") r where running < 0"))
                .isEmpty();
    }

    /**
     * Each day's difference is the sum of its items, or it throws; the last day's is the one on paper; and what is carried
     * forward past closed months tells the same as all days read again.
     */
    private void reconciled(int court) {
        List<Reconciliation.Day> days = days(court, LocalDate.of(2022, 8, 1));
        Reconciliation.Day last = days.get(days.size() - 1);
        BigDecimal jumps = Stream.of(ItemKind.OPENING, ItemKind.GAP)
                .flatMap(kind -> Stream.ofNullable(last.items().get(kind)))
                .map(Reconciliation.Sum::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(last.difference().subtract(jumps)).isEqualByComparingTo(history.paper.difference());
        List<Reconciliation.Day> carried = days(court, LocalDate.of(2022, 10, 20));
        history.acts.data.run("delete from bank_carry where court_id = " + court);
        assertThat(carried)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(days(court, LocalDate.of(2022, 10, 20)));
    }

    private List<Reconciliation.Day> days(int court, LocalDate from) {
        return await(history.acts.reconciliations.days(court, from, RandomActs.TODAY));
    }
}
