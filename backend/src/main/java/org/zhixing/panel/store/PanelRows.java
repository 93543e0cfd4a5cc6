package org.zhixing.panel.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.panel.rules.Deliberation;
import org.zhixing.panel.rules.Opinion;
import org.zhixing.panel.rules.Panel;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Rows of panels; their minutes are papers. */
@RegisterForReflection(
        targets = {PanelRows.Opinions.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class PanelRows {
    private static final String SELECT =
            "select id, paper_id, judge_id, executor_id, clerk_id, held_on, held_at, place,"
                    + " matter, discussion, resolution, opinions::text from panel";

    private final Json json;

    PanelRows(Json json) {
        this.json = json;
    }

    record Opinions(List<Opinion> of) {}

    /** A panel, its minutes not read yet. */
    public record Placed(UUID id, UUID paperId, Panel.Members members, Deliberation deliberation) {}

    public Uni<Integer> insert(SqlConnection tx, Panel panel) {
        Deliberation d = panel.deliberation();
        return Database.execute(
                tx,
                "insert into panel (id, court_id, case_id, paper_id, judge_id, executor_id, clerk_id, held_on, held_at,"
                        + " place, matter, discussion, resolution, opinions) values ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
                        + " $10, $11, $12, $13, $14::text::json)",
                panel.id(),
                panel.minutes().courtId(),
                panel.minutes().of().id(),
                panel.minutes().id(),
                panel.members().judgeId(),
                panel.members().executorId(),
                panel.members().clerkId(),
                d.heldOn(),
                d.heldAt(),
                d.place(),
                d.matter(),
                d.discussion(),
                d.resolution(),
                json.text(new Opinions(d.opinions())));
    }

    public Uni<Integer> update(SqlConnection tx, UUID id, Panel.Members members, Deliberation d) {
        return Database.execute(
                tx,
                "update panel set judge_id = $2, executor_id = $3, held_on = $4, held_at = $5, place = $6, matter = $7,"
                        + " discussion = $8, resolution = $9, opinions = $10::text::json where id = $1",
                id,
                members.judgeId(),
                members.executorId(),
                d.heldOn(),
                d.heldAt(),
                d.place(),
                d.matter(),
                d.discussion(),
                d.resolution(),
                json.text(new Opinions(d.opinions())));
    }

    /** Keeps what that edition of the minutes says for good. */
    public Uni<Integer> keepEdition(SqlConnection tx, Panel panel, int edition, Instant at) {
        return Database.execute(
                tx,
                "insert into panel_edition (panel_id, court_id, edition, judge_id, executor_id, clerk_id, opinions,"
                        + " resolution, fixed_at) values ($1, $2, $3, $4, $5, $6, $7::text::json, $8, $9)",
                panel.id(),
                panel.minutes().courtId(),
                edition,
                panel.members().judgeId(),
                panel.members().executorId(),
                panel.members().clerkId(),
                json.text(new Opinions(panel.deliberation().opinions())),
                panel.deliberation().resolution(),
                at.atOffset(ZoneOffset.UTC));
    }

    public Uni<Optional<Placed>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where id = $1 and court_id = $2", this::placed, id, courtId);
    }

    /** The members who deliberated for these minutes; empty where no panel wrote them. */
    public Uni<Optional<Panel.Members>> membersOf(SqlClient client, int courtId, UUID paperId) {
        return Database.first(
                client,
                SELECT + " where paper_id = $1 and court_id = $2",
                row -> placed(row).members(),
                paperId,
                courtId);
    }

    /** The case's, newest first. */
    public Uni<List<Placed>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                SELECT + " where case_id = $1 and court_id = $2 order by id desc",
                this::placed,
                caseId,
                courtId);
    }

    private Placed placed(Row row) {
        return new Placed(
                row.getUUID(0),
                row.getUUID(1),
                new Panel.Members(row.getUUID(2), row.getUUID(3), row.getUUID(4)),
                new Deliberation(
                        row.getLocalDate(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        json.read(row.getString(11), Opinions.class).of()));
    }
}
