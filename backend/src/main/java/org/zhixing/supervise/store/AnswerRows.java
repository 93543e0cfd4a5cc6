package org.zhixing.supervise.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.platform.Database;
import org.zhixing.supervise.rules.SlipAnswer;

/** Rows of answers to slips. */
@ApplicationScoped
public class AnswerRows {

    public Uni<Integer> insert(SqlConnection tx, int courtId, SlipAnswer a) {
        return Database.execute(
                tx,
                "insert into supervision_answer (id, court_id, slip_id, round, text, file_id, answer_due, answered_by,"
                        + " answered_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                a.id(),
                courtId,
                a.slipId(),
                a.round(),
                a.text(),
                a.fileId(),
                a.answerDue(),
                a.answeredBy(),
                a.answeredOn());
    }

    /** Writes what node control made of it. */
    public Uni<Integer> decide(SqlConnection tx, SlipAnswer a) {
        SlipAnswer.Decision decision = a.decision();
        return Database.execute(
                tx,
                "update supervision_answer set decision = $2, decided_by = $3, decided_on = $4, decision_reason = $5"
                        + " where id = $1",
                a.id(),
                decision == null ? null : decision.name(),
                a.decidedBy(),
                a.decidedOn(),
                a.decisionReason());
    }

    /** The answers to each of the slips, the first one first. */
    Uni<Map<UUID, List<SlipAnswer>>> of(SqlClient client, List<UUID> slips) {
        if (slips.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Database.list(
                        client,
                        "select id, slip_id, round, text, file_id, answer_due, answered_by, answered_on, decision,"
                                + " decided_by, decided_on, decision_reason from supervision_answer"
                                + " where slip_id = any ($1) order by slip_id, round",
                        AnswerRows::answer,
                        (Object) slips.toArray(UUID[]::new))
                .map(all -> all.stream().collect(Collectors.groupingBy(SlipAnswer::slipId)));
    }

    /** The slip that the file was handed in for. */
    public Uni<Optional<UUID>> slipOf(SqlClient client, int courtId, UUID file) {
        return Database.first(
                client,
                "select slip_id from supervision_answer where file_id = $1 and court_id = $2",
                row -> row.getUUID(0),
                file,
                courtId);
    }

    private static SlipAnswer answer(Row row) {
        String decision = row.getString(8);
        return new SlipAnswer(
                row.getUUID(0),
                row.getUUID(1),
                row.getInteger(2),
                row.getString(3),
                row.getUUID(4),
                row.getLocalDate(5),
                row.getUUID(6),
                row.getLocalDate(7),
                decision == null ? null : SlipAnswer.Decision.valueOf(decision),
                row.getUUID(9),
                row.getLocalDate(10),
                row.getString(11));
    }
}
