package org.zhixing.panel.web;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.panel.Panels;
import org.zhixing.panel.rules.Panel;
import org.zhixing.paper.Papers;
import org.zhixing.platform.Database;
import org.zhixing.signing.Signatures;

/** Panels as they are shown, each with the signatures on its minutes. */
@ApplicationScoped
class PanelViews {
    private final Papers papers;
    private final Signatures signatures;
    private final Names names;
    private final Database database;

    PanelViews(Papers papers, Signatures signatures, Names names, Database database) {
        this.papers = papers;
        this.signatures = signatures;
        this.names = names;
        this.database = database;
    }

    Uni<List<PanelView>> of(Actor actor, List<Panel> all) {
        SqlClient client = database.reading();
        var kind = papers.kind(Panels.MINUTES);
        var editions = all.stream().collect(Collectors.toMap(p -> p.minutes().id(), p -> p.minutes()
                .edition()));
        return signatures.of(client, actor.courtId(), editions).chain(given -> names.of(actor.courtId())
                .map(known -> all.stream()
                        .map(p -> PanelView.of(
                                p, kind, given.getOrDefault(p.minutes().id(), List.of()), actor, known))
                        .toList()));
    }

    Uni<PanelView> of(Actor actor, Panel panel) {
        return of(actor, List.of(panel)).map(all -> all.get(0));
    }
}
