package org.zhixing.supervise;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.rules.Node;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.rules.SlipAnswer;
import org.zhixing.supervise.rules.SlipNumber;
import org.zhixing.supervise.rules.SlipStatus;
import org.zhixing.supervise.store.AnswerRows;
import org.zhixing.supervise.store.SlipFilter;
import org.zhixing.supervise.store.SlipRows;

/** The supervise room as other rooms see it. */
@ApplicationScoped
public class Slips {
    private final SlipRows rows;
    private final AnswerRows answers;
    private final Ids ids;

    Slips(SlipRows rows, AnswerRows answers, Ids ids) {
        this.rows = rows;
        this.answers = answers;
        this.ids = ids;
    }

    /** What node control demands, of whichever nodes. */
    public record Demand(Actor by, LocalDate today, String reason, LocalDate answerDue) {}

    /** Issues one slip on each node, with the next numbers of the court's year; they are its own until commit. */
    public Uni<List<Slip>> issue(SqlConnection tx, Demand demand, List<Node> nodes) {
        if (nodes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        int year = demand.today().getYear();
        return rows.takeNumbers(tx, demand.by().courtId(), year, nodes.size()).chain(first -> {
            List<Slip> slips = new ArrayList<>(nodes.size());
            for (Node node : nodes) {
                slips.add(slip(demand, node, new SlipNumber(year, first + slips.size())));
            }
            return rows.insert(tx, slips).replaceWith(slips);
        });
    }

    private Slip slip(Demand demand, Node node, SlipNumber number) {
        return new Slip(
                ids.next(),
                node.courtId(),
                number,
                node.caseId(),
                node.caseNumber(),
                node.caseTeam(),
                node.id(),
                demand.reason(),
                demand.by().personId(),
                demand.today(),
                demand.answerDue(),
                SlipStatus.ISSUED,
                null,
                demand.answerDue().plusDays(1),
                0,
                List.of(),
                1);
    }

    /** Those of the nodes on which a slip is not settled yet. */
    public Uni<Set<UUID>> withOpenSlip(SqlClient client, List<UUID> nodes) {
        return rows.withOpenSlip(client, nodes);
    }

    /** The slip within the actor's sight; 404 otherwise. */
    public Uni<Slip> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The slip within the actor's sight, locked; 404 otherwise. */
    public Uni<Slip> lock(SqlConnection tx, Actor actor, UUID id) {
        return rows.lock(tx, actor, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** In the order of their numbers. */
    public Uni<List<Slip>> byIds(SqlClient client, int courtId, List<UUID> wanted) {
        return rows.byIds(client, courtId, wanted);
    }

    /** The slip within the actor's sight for which the file was handed in; 404 otherwise. */
    public Uni<Slip> answeredWith(SqlClient client, Actor actor, UUID file) {
        return answers.slipOf(client, actor.courtId(), file)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(id -> find(client, actor, id));
    }

    /** One page of slips within sight, newest first. */
    public Uni<Page<Slip>> list(SqlClient client, SlipFilter filter, @Nullable Cursor after, int limit) {
        return rows.list(client, filter, after, limit + 1)
                .map(found -> Page.of(found, limit, slip -> Cursor.of("id", slip.id())));
    }

    /** Keeps the answer; answers its round. */
    public Uni<Integer> answer(
            SqlConnection tx, Slip slip, Actor by, LocalDate today, String text, @Nullable UUID file) {
        int round = slip.answers().size() + 1;
        SlipAnswer answer = new SlipAnswer(
                ids.next(),
                slip.id(),
                round,
                text,
                file,
                slip.answerDue(),
                by.personId(),
                today,
                null,
                null,
                null,
                null);
        return answers.insert(tx, slip.courtId(), answer)
                .chain(() -> rows.update(tx, slip.answered()))
                .replaceWith(round);
    }

    /** Saves the slip with what node control made of its last answer. */
    public Uni<Integer> decide(SqlConnection tx, Slip after, SlipAnswer decided) {
        return answers.decide(tx, decided).chain(() -> rows.update(tx, after));
    }

    public Uni<Integer> update(SqlConnection tx, Slip after) {
        return rows.update(tx, after);
    }
}
