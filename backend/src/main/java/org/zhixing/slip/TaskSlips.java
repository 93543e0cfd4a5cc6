package org.zhixing.slip;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.rules.Node;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.SlipKind;
import org.zhixing.slip.rules.SlipTask;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipCount;
import org.zhixing.slip.rules.TaskSlipStep;
import org.zhixing.slip.store.StepRows;
import org.zhixing.slip.store.TaskSlipFilter;
import org.zhixing.slip.store.TaskSlipList;
import org.zhixing.slip.store.TaskSlipRows;

/** The slip room as other rooms see it. */
@ApplicationScoped
public class TaskSlips {
    private final TaskSlipRows rows;
    private final TaskSlipList lists;
    private final StepRows steps;
    private final CourtClock clock;
    private final Ids ids;

    TaskSlips(TaskSlipRows rows, TaskSlipList lists, StepRows steps, CourtClock clock, Ids ids) {
        this.rows = rows;
        this.lists = lists;
        this.steps = steps;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Slips on the nodes that filing opened for the affairs team (clauses 一(四)2, 一(四)3): each on the clock that runs
     * already. One statement, however many cases are filed at once.
     */
    public Uni<Integer> openAtFiling(SqlConnection tx, int courtId, List<Node> opened) {
        LocalDate today = clock.today();
        List<TaskSlipRows.NewSlip> slips =
                opened.stream().flatMap(node -> automatic(node, today)).toList();
        return rows.insert(tx, courtId, today.getYear(), slips);
    }

    private Stream<TaskSlipRows.NewSlip> automatic(Node node, LocalDate today) {
        String kind =
                switch (node.code()) {
                    case PRESERVATION -> "PRESERVATION";
                    case OFFLINE_ASSET_QUERY -> "ASSET_QUERY";
                    default -> null;
                };
        return Stream.ofNullable(kind)
                .map(code -> new TaskSlipRows.NewSlip(
                        ids.next(), node.caseId(), code, null, null, null, null, null, today, node.id()));
    }

    /** One slip on each case, with the next numbers of the court's year. */
    public Uni<List<TaskSlip>> ask(SqlConnection tx, Actor by, List<UUID> cases, SlipTask task) {
        LocalDate today = clock.today();
        List<TaskSlipRows.NewSlip> slips = new ArrayList<>(cases.size());
        for (UUID id : cases) {
            slips.add(new TaskSlipRows.NewSlip(
                    ids.next(),
                    id,
                    task.kind(),
                    task.target(),
                    task.place(),
                    task.area(),
                    task.instructions(),
                    by.personId(),
                    today,
                    null));
        }
        List<UUID> made = slips.stream().map(TaskSlipRows.NewSlip::id).toList();
        return rows.insert(tx, by.courtId(), today.getYear(), slips)
                .chain(() -> steps.insertFirst(tx, by.courtId(), by.personId(), today, made))
                .chain(() -> rows.byIds(tx, by.courtId(), made));
    }

    /** Saves the slip with the step that brought it there. */
    public Uni<Integer> move(SqlConnection tx, TaskSlip after, TaskSlipStep step) {
        return rows.update(tx, after).chain(() -> steps.insert(tx, after, step));
    }

    /** Saves the same for every one of the slips. */
    public Uni<Void> saveDelegations(SqlConnection tx, List<TaskSlip> made, Delegation letters) {
        return Multi.createFrom()
                .iterable(made)
                .onItem()
                .transformToUniAndConcatenate(slip -> saveDelegation(tx, slip, letters))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Saves the other court and the letters of a delegation. */
    public Uni<Integer> saveDelegation(SqlConnection tx, TaskSlip slip, Delegation letters) {
        return rows.saveDelegation(tx, slip.courtId(), slip.id(), letters);
    }

    public Uni<List<TaskSlipStep>> steps(SqlClient client, TaskSlip slip) {
        return steps.of(client, slip);
    }

    /** The slip within the actor's sight; 404 otherwise. */
    public Uni<TaskSlip> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The slip within the actor's sight, locked; 404 otherwise. */
    public Uni<TaskSlip> lock(SqlConnection tx, Actor actor, UUID id) {
        return rows.lock(tx, actor, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** The slip that stands on the node, locked; whoever sees it. The case and the node are locked. */
    public Uni<Optional<TaskSlip>> lockOnNode(SqlConnection tx, int courtId, UUID nodeId) {
        return rows.lockOnNode(tx, courtId, nodeId);
    }

    /** The slip that the actor is to carry out; 404 out of sight, 403 where others are. */
    public Uni<TaskSlip> assigned(SqlClient client, Actor actor, UUID id) {
        return find(client, actor, id).invoke(slip -> {
            if (!slip.course().officers().contains(actor.personId())) {
                throw Refusal.forbidden(
                        "task-slip-not-officer",
                        slip.kind().clause(),
                        slip.number().text());
            }
        });
    }

    /** Puts an item of the case's e-file to what an officer brings back; 404 and 403 as {@link #assigned}. */
    public Uni<Void> addEvidence(SqlConnection tx, Actor by, UUID id, UUID itemId) {
        return assigned(tx, by, id)
                .chain(slip -> steps.addEvidence(tx, by.courtId(), by.personId(), clock.today(), id, itemId))
                .invoke(put -> {
                    if (put == 0) {
                        throw Refusal.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** Puts the letter that answers a delegation to it; the act has locked the slip and seen to who may. */
    public Uni<Void> addReply(SqlConnection tx, Actor by, UUID id, UUID itemId) {
        return steps.addEvidence(tx, by.courtId(), by.personId(), clock.today(), id, itemId)
                .replaceWithVoid();
    }

    /** The court's slips, in the order of their numbers. */
    public Uni<List<TaskSlip>> byIds(SqlClient client, int courtId, List<UUID> wanted) {
        return wanted.isEmpty() ? Uni.createFrom().item(List.of()) : rows.byIds(client, courtId, wanted);
    }

    /** One page within sight. */
    public Uni<Page<TaskSlip>> list(
            SqlClient client, TaskSlipFilter filter, TaskSlipFilter.Sort sort, @Nullable Cursor after, int limit) {
        return lists.page(client, filter, sort, after, limit + 1)
                .map(found -> Page.of(found, limit, slip -> TaskSlipList.place(slip, sort)));
    }

    /** How many of them stand where. */
    public Uni<List<TaskSlipCount>> counts(SqlClient client, TaskSlipFilter filter) {
        return lists.counts(client, filter);
    }

    /** Those of the slips that are within the actor's sight, in the order of their numbers. */
    public Uni<List<TaskSlip>> seen(SqlClient client, Actor actor, List<UUID> wanted) {
        return wanted.isEmpty() ? Uni.createFrom().item(List.of()) : lists.seen(client, actor, wanted);
    }

    /** What proves the work of each slip that has any. */
    public Uni<Map<UUID, List<StepRows.Evidence>>> evidence(SqlClient client, int courtId, List<UUID> wanted) {
        return wanted.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : steps.evidence(client, courtId, wanted)
                        .map(all -> all.stream().collect(Collectors.groupingBy(StepRows.Evidence::slipId)));
    }

    /** Those within sight under way that are on no trip from that day on; of one officer where one is given. */
    public Uni<List<TaskSlip>> unplanned(SqlClient client, Actor actor, LocalDate day, @Nullable UUID officer) {
        return lists.unplanned(client, actor, day, officer);
    }

    public Uni<List<SlipKind>> kinds(SqlClient client) {
        return rows.kinds(client);
    }

    /** The kind of that code that people may ask for; 400 otherwise. */
    public Uni<SlipKind> askable(SqlClient client, String code) {
        return kinds(client).map(all -> all.stream()
                .filter(kind -> kind.code().equals(code) && !kind.automatic() && kind.way() != SlipWay.IN)
                .findFirst()
                .orElseThrow(() -> Refusal.field("kind", Objects.requireNonNull(code), "field.unknown")));
    }
}
