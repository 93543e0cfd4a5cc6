package org.zhixing.supervise.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.access.rules.Actor;
import org.zhixing.platform.Sql;
import org.zhixing.supervise.rules.SlipStatus;

/** Slips that wait for somebody, those first whose day is the earliest. */
@ApplicationScoped
public class WaitingSlips {
    private static final String SELECT = """
            select c.number, s.status, s.answer_due, count(*) over ()
            from supervision_slip s join enforcement_case c on c.id = s.case_id join node n on n.id = s.node_id
            where s.court_id = ?
            """;

    /** One slip; {@code total} counts those beyond the limit too. */
    public record Slip(String caseNumber, SlipStatus status, LocalDate answerDue, long total) {}

    /** For the answer of those it is addressed to; one on a cancelled node asks nothing of anybody any more. */
    public Uni<List<Slip>> forAnswer(SqlClient client, Actor actor, int limit) {
        Sql sql =
                new Sql(SELECT + " and s.status in ('ISSUED', 'RETURNED') and n.cancelled_on is null", actor.courtId());
        SlipSql.sight(sql, actor);
        SlipSql.addressed(sql, actor);
        return list(client, sql, limit);
    }

    /** For node control's confirmation; nobody judges an answer of their own. */
    public Uni<List<Slip>> forConfirmation(SqlClient client, Actor actor, int limit) {
        Sql sql = new Sql(
                SELECT + " and s.status = 'ANSWERED' and not exists (select 1 from supervision_answer a"
                        + " where a.slip_id = s.id and a.decision is null and a.answered_by = ?)",
                actor.courtId(),
                actor.personId());
        SlipSql.sight(sql, actor);
        return list(client, sql, limit);
    }

    private static Uni<List<Slip>> list(SqlClient client, Sql sql, int limit) {
        return sql.add(" order by s.answer_due, s.id limit ?", limit).list(client, WaitingSlips::slip);
    }

    private static Slip slip(Row row) {
        return new Slip(row.getString(0), SlipStatus.valueOf(row.getString(1)), row.getLocalDate(2), row.getLong(3));
    }
}
