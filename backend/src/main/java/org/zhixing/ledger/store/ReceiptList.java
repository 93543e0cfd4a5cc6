package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Sql;

/** Receipts as people see them: the one that waits longest first. */
@ApplicationScoped
public class ReceiptList {
    private static final String SELECT = "select " + ReceiptRows.COLUMNS + ", " + BankLineRows.COLUMNS
            + ", c.number, c.team, c.judge_id, c.executor_id,"
            + " array(select d.status from payment_part t join payment p on p.id = t.payment_id join disbursement d"
            + " on d.id = p.disbursement_id where t.receipt_id = r.id and p.status in ('APPLIED', 'ORDERED')"
            + " group by d.status), coalesce((select bool_or(p.status = 'BOUNCED') from payment_part t join payment p"
            + " on p.id = t.payment_id join disbursement d on d.id = p.disbursement_id where t.receipt_id = r.id"
            + " and d.status not in ('REFUSED', 'WITHDRAWN') group by d.id order by d.id desc limit 1), false)"
            + " from receipt r join bank_line l on l.id = r.line_id"
            + " join enforcement_case c on c.id = r.case_id";

    /**
     * A receipt with the line it came with, and its case.
     *
     * @param inHand how far the applications have come that hold some of it, in the order of their way
     * @param bounced whether the bank has sent some of it back, and nobody has applied for any of it since
     */
    public record Shown(
            Receipt receipt,
            BankLine line,
            String caseNumber,
            @Nullable UUID judgeId,
            @Nullable UUID executorId,
            List<DisbursementStatus> inHand,
            boolean bounced) {}

    public Uni<Page<Shown>> list(
            SqlClient client, int courtId, Visibility sight, ReceiptFilter filter, @Nullable Cursor after, int limit) {
        if (sight instanceof Visibility.Nothing) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        Sql sql = new Sql(SELECT + " where r.court_id = ?", courtId).addIf(filter.caseId(), " and r.case_id = ?");
        if (filter.waiting()) {
            sql.add(" and r.paid < r.amount and r.reversed_by is null");
        }
        NodeState state = filter.state();
        if (state != null) {
            sql.add(" and exists (select from node n where n.id = r.node_id and (");
            Nodes.inState(sql, state, filter.today());
            sql.add("))");
        }
        if (sight instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        }
        if (after != null) {
            sql.add(" and (r.received_on, r.id) > (?, ?)", after.day(), after.uuid());
        }
        return sql.add(" order by r.received_on, r.id limit ?", limit + 1)
                .list(client, ReceiptList::shown)
                .map(rows -> Page.of(
                        rows,
                        limit,
                        shown -> Cursor.of(
                                shown.receipt().receivedOn(), shown.receipt().id())));
    }

    public Uni<List<Shown>> find(SqlClient client, int courtId, Visibility sight, UUID id) {
        if (sight instanceof Visibility.Nothing) {
            return Uni.createFrom().item(List.of());
        }
        Sql sql = new Sql(SELECT + " where r.court_id = ? and r.id = ?", courtId, id);
        if (sight instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        }
        return sql.list(client, ReceiptList::shown);
    }

    private static Shown shown(Row row) {
        return new Shown(
                ReceiptRows.receipt(row),
                BankLineRows.line(row, 12),
                row.getString(28),
                row.getUUID(30),
                row.getUUID(31),
                Arrays.stream(row.getArrayOfStrings(32))
                        .map(DisbursementStatus::valueOf)
                        .sorted()
                        .toList(),
                row.getBoolean(33));
    }
}
