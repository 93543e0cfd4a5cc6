package org.zhixing.policy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.testing.CourtData;

/** Suspensions and extensions of many cases at once, to be given again to the same cases filed anew. */
@ApplicationScoped
class RandomLeave {
    private static final int COURT = 1;

    private final Database database;
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final CourtClock clock;
    private final CourtData data;
    private final Ids ids;

    RandomLeave(Database database, Nodes nodes, Suspensions suspensions, CourtClock clock, CourtData data, Ids ids) {
        this.database = database;
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.clock = clock;
        this.data = data;
        this.ids = ids;
    }

    /** One suspension; {@code resume} is null for an open end. */
    record Stay(
            SuspensionReason reason,
            LocalDate from,
            @Nullable LocalDate resume) {}

    /** What a case is given. */
    record Given(List<Stay> stays, Map<NodeCode, Integer> extensions) {}

    /** Of every case number something or nothing. */
    static Map<String, Given> forEach(RegisterRow[] rows, Random dice) {
        Map<String, Given> all = new LinkedHashMap<>();
        for (RegisterRow row : rows) {
            List<Stay> stays = new ArrayList<>();
            while (dice.nextInt(2) == 0) {
                stays.add(stay(row.filedOn(), dice));
            }
            Map<NodeCode, Integer> extensions = new EnumMap<>(NodeCode.class);
            for (NodeCode code : List.of(NodeCode.CLOSE_FAST, NodeCode.CLOSE_ORDINARY, NodeCode.CLOSE_STATUTORY)) {
                if (dice.nextInt(4) == 0) {
                    extensions.put(code, 1 + dice.nextInt(60));
                }
            }
            all.put(row.number().text(), new Given(stays, extensions));
        }
        return all;
    }

    static Stay stay(LocalDate filedOn, Random dice) {
        SuspensionReason[] reasons = SuspensionReason.values();
        LocalDate from = filedOn.plusDays(dice.nextInt(90));
        LocalDate resume = dice.nextInt(5) == 0 ? null : from.plusDays(1 + dice.nextInt(60));
        return new Stay(reasons[dice.nextInt(reasons.length)], from, resume);
    }

    /**
     * Gives the cases their leave as approvals do: kept as rows, and the nodes counted anew. Answers what they took: an
     * extension is a node's own and goes to no other that is opened instead.
     */
    Map<String, Given> give(Map<String, Given> all) {
        Map<String, UUID> cases = new LinkedHashMap<>();
        data.query("select number || ' ' || id from enforcement_case order by id")
                .forEach(row -> cases.put(row.split(" ")[0], UUID.fromString(row.split(" ")[1])));
        UUID by = UUID.fromString(
                data.query("select id from person where username = 'director'").get(0));
        Map<String, Given> taken = new LinkedHashMap<>();
        all.forEach((number, given) -> taken.put(number, new Given(given.stays(), there(number, given.extensions()))));
        database.inTransaction(tx -> nodes.rulebook(tx, COURT).chain(rulebook -> Multi.createFrom()
                        .iterable(taken.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(each ->
                                give(tx, rulebook, cases.get(each.getKey()), each.getKey(), each.getValue(), by))
                        .collect()
                        .last()))
                .await()
                .atMost(Duration.ofSeconds(60));
        return taken;
    }

    private Map<NodeCode, Integer> there(String number, Map<NodeCode, Integer> wanted) {
        List<String> codes = data.query("select code from node where case_number = '" + number + "'");
        Map<NodeCode, Integer> there = new EnumMap<>(NodeCode.class);
        wanted.forEach((code, days) -> {
            if (codes.contains(code.name())) {
                there.put(code, days);
            }
        });
        return there;
    }

    private Uni<Integer> give(
            SqlConnection tx, Nodes.Rulebook rulebook, UUID caseId, String number, Given given, UUID by) {
        List<CaseSuspension> approved = given.stays().stream()
                .map(stay -> approved(caseId, number, stay, by))
                .toList();
        return Multi.createFrom()
                .iterable(approved)
                .onItem()
                .transformToUniAndConcatenate(each -> suspensions.insert(tx, each))
                .collect()
                .asList()
                .chain(() -> nodes.lockOfCase(tx, COURT, caseId))
                .chain(present -> nodes.update(
                        tx,
                        present.stream()
                                .map(node -> rulebook.paused(node, approved, clock.today()))
                                .map(node -> extended(rulebook, node, given))
                                .toList()));
    }

    private Node extended(Nodes.Rulebook rulebook, Node node, Given given) {
        Integer days = given.extensions().get(node.code());
        return days == null ? node : rulebook.extended(node, days, clock.today());
    }

    private CaseSuspension approved(UUID caseId, String number, Stay stay, UUID by) {
        CaseSuspension.Act act = new CaseSuspension.Act(by, clock.today(), null);
        return new CaseSuspension(
                ids.next(),
                COURT,
                caseId,
                number,
                stay.reason(),
                stay.from(),
                stay.resume(),
                stay.resume(),
                "被执行人下落不明",
                CaseSuspension.Status.APPROVED,
                by,
                clock.today(),
                act,
                null,
                null,
                List.of(),
                1);
    }
}
