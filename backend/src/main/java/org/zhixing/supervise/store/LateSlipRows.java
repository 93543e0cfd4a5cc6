package org.zhixing.supervise.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.supervise.rules.Slip;

/** What the sweep of unanswered slips reads and writes; every statement serves a whole batch. */
@RegisterForReflection(
        targets = {LateSlipRows.Notice.class, LateSlipRows.Advance.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class LateSlipRows {
    private static final String NOTICES = """
            insert into supervision_notice (court_id, slip_id, for_day, day_no, days_late)
            select x.court_id, x.slip_id, x.for_day, x.day_no, x.days_late from json_to_recordset($1::text::json)
                as x (court_id int, slip_id uuid, for_day date, day_no int, days_late int)
            """;

    private static final String ADVANCE = """
            update supervision_slip s set next_notice_on = x.next_on, notice_count = s.notice_count + x.given
            from json_to_recordset($1::text::json) as x (slip_id uuid, next_on date, given int)
            where s.id = x.slip_id
            """;

    private final Json json;

    LateSlipRows(Json json) {
        this.json = json;
    }

    /** One notice given. */
    public record Notice(int courtId, UUID slipId, LocalDate forDay, int dayNo, int daysLate) {}

    /** Where a slip's notices go on. */
    public record Advance(UUID slipId, LocalDate nextOn, int given) {}

    /** Courts that have a slip to be noticed by today. */
    public Uni<List<Integer>> courts(SqlClient client, LocalDate today) {
        return Database.list(
                client,
                "select distinct court_id from supervision_slip where status in ('ISSUED', 'RETURNED')"
                        + " and next_notice_on <= $1 order by court_id",
                row -> row.getInteger(0),
                today);
    }

    /**
     * Slips to be noticed by today, locked; those another sweep holds are passed over. A node that was cancelled asks
     * nothing of anybody any more: its slip waits for node control to withdraw it.
     */
    public Uni<List<Slip>> claim(SqlConnection tx, int courtId, LocalDate today, int limit) {
        return Database.list(
                tx,
                SlipRows.SELECT + " where s.court_id = $1 and s.status in ('ISSUED', 'RETURNED')"
                        + " and s.next_notice_on <= $2 and n.cancelled_on is null"
                        + " order by s.next_notice_on, s.id limit $3 for no key update of s skip locked",
                SlipRows::bare,
                courtId,
                today,
                limit);
    }

    /** The last day each of the slips was noticed; those never noticed are not in it. */
    public Uni<Map<UUID, LocalDate>> lastDays(SqlConnection tx, List<UUID> slips) {
        return Database.list(
                        tx,
                        "select slip_id, max(for_day) from supervision_notice where slip_id = any ($1) group by slip_id",
                        row -> Map.entry(row.getUUID(0), row.getLocalDate(1)),
                        (Object) slips.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Uni<Integer> insert(SqlConnection tx, List<Notice> notices) {
        return Database.execute(tx, NOTICES, json.snakeText(Notice.class, notices));
    }

    /** The slip's version stays: a notice changes nothing that a person could be deciding on. */
    public Uni<Integer> advance(SqlConnection tx, List<Advance> advances) {
        return Database.execute(tx, ADVANCE, json.snakeText(Advance.class, advances));
    }
}
