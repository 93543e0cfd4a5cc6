package org.zhixing.panel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.panel.rules.Deliberation;
import org.zhixing.panel.rules.Panel;
import org.zhixing.panel.store.PanelRows;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;

/** The room of panels as other rooms see it. */
@ApplicationScoped
public class Panels {
    /** The kind of paper that minutes are. */
    public static final String MINUTES = "PANEL_RECORD";

    private final PanelRows rows;
    private final Papers papers;
    private final CourtClock clock;

    Panels(PanelRows rows, Papers papers, CourtClock clock) {
        this.rows = rows;
        this.papers = papers;
        this.clock = clock;
    }

    /** The panel within the actor's sight; 404 otherwise. */
    public Uni<Panel> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor.courtId(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(placed -> papers.find(client, actor, placed.paperId()).map(paper -> panel(placed, paper)));
    }

    /** The case's, newest first; the case is known to be in the actor's sight. */
    public Uni<List<Panel>> ofCase(SqlClient client, Actor actor, UUID caseId) {
        return rows.ofCase(client, actor.courtId(), caseId).chain(all -> {
            Uni<List<Panel>> panels = Uni.createFrom().item(ArrayList::new);
            for (PanelRows.Placed placed : all) {
                panels = panels.chain(
                        list -> papers.find(client, actor, placed.paperId()).map(paper -> {
                            list.add(panel(placed, paper));
                            return list;
                        }));
            }
            return panels;
        });
    }

    /** Whether these minutes' members are the case's handlers of today; so too where no panel wrote them, before there were any. */
    public Uni<Boolean> stands(SqlClient client, Paper minutes) {
        return rows.membersOf(client, minutes.courtId(), minutes.id())
                .map(members ->
                        members.map(m -> m.stand(minutes.of().handlers())).orElse(true));
    }

    public Uni<Integer> insert(SqlConnection tx, Panel panel) {
        return rows.insert(tx, panel);
    }

    public Uni<Integer> update(SqlConnection tx, UUID id, Panel.Members members, Deliberation deliberation) {
        return rows.update(tx, id, members, deliberation);
    }

    public Uni<Integer> keepEdition(SqlConnection tx, Panel panel, int edition) {
        return rows.keepEdition(tx, panel, edition, clock.now());
    }

    private static Panel panel(PanelRows.Placed placed, Paper paper) {
        return new Panel(placed.id(), placed.members(), placed.deliberation(), paper);
    }
}
